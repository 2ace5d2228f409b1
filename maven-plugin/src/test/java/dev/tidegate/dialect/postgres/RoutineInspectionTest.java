package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.Inspected.app;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.schema.Aggregate;
import dev.tidegate.schema.Comment;
import dev.tidegate.schema.MaterializedView;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Routine;
import dev.tidegate.schema.Rule;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Trigger;
import dev.tidegate.schema.View;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(ints = {14, 18})
class RoutineInspectionTest {
  private final Schema schema;

  RoutineInspectionTest(int major) {
    this.schema = Inspected.oneOfEach(major);
  }

  @Test
  void readsFunctions() {
    var function = routine(app(ObjectKind.FUNCTION, "twice", "(integer, app.mood)"));
    assertThat(function.result()).isEqualTo("integer");
    assertThat(function.arguments()).isEqualTo("a integer, m app.mood DEFAULT 'ok'::app.mood");
    assertThat(function.language()).isEqualTo("plpgsql");
    assertThat(function.body()).isEqualTo(" begin return a * 2; end ");
    assertThat(function.definition())
        .startsWith("CREATE OR REPLACE FUNCTION app.twice(")
        .endsWith("$function$ begin return a * 2; end $function$");
  }

  @Test
  void knowsAFunctionByItsInputs() {
    var procedure = routine(app(ObjectKind.PROCEDURE, "work", "(integer)"));
    assertThat(procedure.arguments()).isEqualTo("INOUT a integer, OUT b text");
    assertThat(procedure.result()).isEmpty();
  }

  @Test
  void readsNoBodyOfAFunctionInStandardSql() {
    var function = routine(app(ObjectKind.FUNCTION, "standard", "(integer)"));
    assertThat(function.body()).isEmpty();
    assertThat(function.definition()).contains("BEGIN ATOMIC");
    assertThat(schema.dependenciesOf(function.id())).contains(app(ObjectKind.COLUMN, "plain", "a"));
  }

  @Test
  void dependsOnTheTablesWhoseRowsAFunctionTakesAndGives() {
    assertThat(schema.dependenciesOf(app(ObjectKind.FUNCTION, "rows_of", "(app.thing[])")))
        .contains(app(ObjectKind.TABLE, "thing"), app(ObjectKind.TABLE, "base"));
  }

  @Test
  void readsAggregates() {
    assertThat(aggregate("total", "(integer)").definition())
        .isEqualTo(
            "(SFUNC = int4pl, STYPE = integer, COMBINEFUNC = int4pl, INITCOND = '0',"
                + " SORTOP = OPERATOR(pg_catalog.<), PARALLEL = SAFE)");
  }

  @Test
  void readsMovingAggregatesWithoutArguments() {
    var rows = aggregate("rows", "()");
    assertThat(rows.arguments()).isEqualTo("*");
    assertThat(rows.definition())
        .isEqualTo(
            "(SFUNC = int8inc, STYPE = bigint, INITCOND = '0', MSFUNC = int8inc,"
                + " MINVFUNC = int8dec, MSTYPE = bigint, MINITCOND = '0')");
  }

  @Test
  void readsOrderedSetAggregates() {
    var middle = aggregate("middle", "(double precision, anyelement)");
    assertThat(middle.arguments()).isEqualTo("double precision ORDER BY anyelement");
    assertThat(middle.definition())
        .isEqualTo(
            "(SFUNC = ordered_set_transition, STYPE = internal,"
                + " FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA)");
  }

  @Test
  void readsHypotheticalSetAggregates() {
    var place = aggregate("place_of", "(\"any\")");
    assertThat(place.arguments()).isEqualTo("VARIADIC \"any\" ORDER BY VARIADIC \"any\"");
    assertThat(place.definition()).endsWith("FINALFUNC_EXTRA, HYPOTHETICAL)");
  }

  @Test
  void readsViews() {
    var view = Inspected.object(schema, View.class, app(ObjectKind.VIEW, "glad"));
    assertThat(view.columns()).containsExactly("id integer", "low text", "n2 integer");
    assertThat(view.query()).startsWith("SELECT ").endsWith("'ok'::app.mood)");
    assertThat(view.options())
        .isEqualTo(Map.of("with security_barrier", "true", "with check_option", "local"));
  }

  @Test
  void dependsOnWhatAViewReads() {
    assertThat(schema.dependenciesOf(app(ObjectKind.VIEW, "glad")))
        .contains(
            app(ObjectKind.COLUMN, "thing", "txt"),
            app(ObjectKind.FUNCTION, "twice", "(integer, app.mood)"),
            app(ObjectKind.ENUM, "mood"));
    assertThat(schema.dependenciesOf(app(ObjectKind.VIEW, "over")))
        .contains(app(ObjectKind.VIEW, "glad"), app(ObjectKind.TABLE, "base"));
  }

  @Test
  void readsMaterializedViews() {
    var id = app(ObjectKind.MATERIALIZED_VIEW, "counts");
    assertThat(Inspected.object(schema, MaterializedView.class, id).options())
        .isEqualTo(Map.of("with fillfactor", "40", "populated", "false"));
    assertThat(schema.find(app(ObjectKind.INDEX, "counts_mood")).orElseThrow().parent())
        .contains(id);
  }

  @Test
  void readsTriggers() {
    var trigger =
        Inspected.object(schema, Trigger.class, app(ObjectKind.TRIGGER, "thing", "touched"));
    assertThat(trigger.enabled()).isEqualTo('D');
    assertThat(trigger.definition())
        .isEqualTo(
            "CREATE TRIGGER touched BEFORE UPDATE OF txt, n ON app.thing FOR EACH ROW"
                + " WHEN ((old.txt IS DISTINCT FROM new.txt))"
                + " EXECUTE FUNCTION app.touch('a''b')");
  }

  @Test
  void readsNoCopiesOfATriggerOnPartitions() {
    assertThat(schema.all(Trigger.class))
        .extracting(trigger -> trigger.id().display())
        .containsExactly(
            "app.glad.viewed", "app.part.parted", "app.thing.checked", "app.thing.touched");
  }

  @Test
  void readsRules() {
    var rule = Inspected.object(schema, Rule.class, app(ObjectKind.RULE, "to_plain", "keep"));
    assertThat(rule.definition()).endsWith("ON DELETE TO app.to_plain DO INSTEAD NOTHING");
  }

  @Test
  void readsCommentsOfEveryKind() {
    assertThat(schema.all(Comment.class))
        .extracting(Comment::text)
        .containsExactlyInAnyOrder(
            "of a schema",
            "of an extension",
            "of an enum",
            "of an attribute",
            "of a table",
            "of a column",
            "of a key",
            "of an index",
            "of a view's column",
            "of a function",
            "of an aggregate",
            "of a trigger",
            "of a rule");
  }

  @Test
  void dependsOnTheViewWhoseColumnACommentIsAbout() {
    var column = app(ObjectKind.COLUMN, "glad", "low");
    assertThat(schema.dependenciesOf(Comment.on(column, "").id()))
        .containsExactly(app(ObjectKind.VIEW, "glad"));
  }

  private Routine routine(ObjectId id) {
    return Inspected.object(schema, Routine.class, id);
  }

  private Aggregate aggregate(String name, String types) {
    return Inspected.object(schema, Aggregate.class, app(ObjectKind.AGGREGATE, name, types));
  }
}
