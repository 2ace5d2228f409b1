package dev.tidegate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.diff.Change;
import dev.tidegate.diff.DiffRules;
import dev.tidegate.diff.Differ;
import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Routine;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import dev.tidegate.schema.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final ObjectId USERS = ObjectId.of(ObjectKind.TABLE, "users");
  private static final ObjectId ORDERS = ObjectId.of(ObjectKind.TABLE, "orders");

  @Test
  void createsColumnsAndKeysWithTheirTable() {
    var to =
        Schema.of(
            List.of(table(USERS), column(USERS, "id", "int"), key(USERS)), Map.of(), List.of());
    assertThat(steps(Schema.empty(), to)).containsExactly("create users + id users_pkey");
  }

  @Test
  void createsTablesThatReferenceEachOtherBeforeTheirForeignKeys() {
    var to = cycle();
    assertThat(steps(Schema.empty(), to))
        .containsExactly("create orders", "create users", "create orders.fk", "create users.fk");
  }

  @Test
  void dropsForeignKeysOfACycleBeforeTheTables() {
    assertThat(steps(cycle(), Schema.empty()))
        .containsExactly("drop orders.fk", "drop users.fk", "drop orders", "drop users");
  }

  @Test
  void replacesWhatStandsOnAReplacedView() {
    assertThat(steps(views("select 1"), views("select 2")))
        .containsExactly("drop top", "drop base", "create base", "create top");
  }

  @Test
  void takesADefaultAwayBeforeTheFunctionItCalls() {
    var function = function("f", "old");
    var value = value(USERS, "id", "f()");
    var from =
        Schema.of(
            List.of(table(USERS), column(USERS, "id", "int"), value, function),
            Map.of(value.id(), Set.of(function.id())),
            List.of());
    var to = Schema.of(List.of(table(USERS), column(USERS, "id", "int")), Map.of(), List.of());
    assertThat(steps(from, to)).containsExactly("drop users.id", "drop f");
  }

  @Test
  void createsARoutineAfterWhatItsBodyNames() {
    var to =
        Schema.of(
            List.of(table(USERS), table(ORDERS), function("a", "users orders")),
            Map.of(),
            List.of());
    assertThat(steps(Schema.empty(), to))
        .containsExactly("create orders", "create users", "create a");
  }

  @Test
  void leavesBodiesUncheckedWhenRoutinesNameEachOther() {
    var to = Schema.of(List.of(function("a", "b"), function("b", "a")), Map.of(), List.of());
    assertThat(plan(Schema.empty(), to).bodiesUnchecked()).isTrue();
  }

  @Test
  void altersAColumnInPlaceAndReplacesTheViewInItsWay() {
    assertThat(steps(columnAndView("int"), columnAndView("bigint")))
        .containsExactly("drop v", "alter users.id", "create v");
  }

  private static Schema cycle() {
    var one = foreignKey(USERS, ORDERS);
    var other = foreignKey(ORDERS, USERS);
    return Schema.of(
        List.of(table(USERS), table(ORDERS), one, other),
        Map.of(one.id(), Set.of(ORDERS), other.id(), Set.of(USERS)),
        List.of());
  }

  private static Schema views(String query) {
    var base = view("base", query);
    var top = view("top", "select * from base");
    return Schema.of(List.of(base, top), Map.of(top.id(), Set.of(base.id())), List.of());
  }

  private static Schema columnAndView(String type) {
    var column = column(USERS, "id", type);
    var view = view("v", "select id from users");
    return Schema.of(
        List.of(table(USERS), column, view), Map.of(view.id(), Set.of(column.id())), List.of());
  }

  private static List<String> steps(Schema from, Schema to) {
    return plan(from, to).steps().stream().map(it -> it.step().accept(new Words())).toList();
  }

  private static Plan plan(Schema from, Schema to) {
    var schemas = new Pair<>(from, to);
    var changes = new Differ(new DiffRules() {}).diff(schemas);
    return new Planner(new ColumnsOnly()).plan(schemas, changes);
  }

  private static Table table(ObjectId id) {
    return new Table(id, Optional.empty(), Optional.empty(), List.of(), new TreeMap<>());
  }

  private static Column column(ObjectId table, String name, String type) {
    return new Column(
        table.member(ObjectKind.COLUMN, name),
        table,
        1,
        type,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        false,
        new TreeMap<>());
  }

  private static Default value(ObjectId table, String column, String expression) {
    return new Default(
        table.member(ObjectKind.DEFAULT, column),
        table.member(ObjectKind.COLUMN, column),
        expression);
  }

  private static Key key(ObjectId table) {
    return new Key(
        table.member(ObjectKind.PRIMARY_KEY, table.name() + "_pkey"),
        table,
        Optional.empty(),
        List.of("id"),
        List.of(),
        Optional.empty(),
        new TreeMap<>());
  }

  private static ForeignKey foreignKey(ObjectId table, ObjectId referenced) {
    return new ForeignKey(
        table.member(ObjectKind.FOREIGN_KEY, "fk"),
        table,
        Optional.of("fk"),
        List.of("id"),
        referenced,
        List.of("id"),
        "NO ACTION",
        "NO ACTION",
        List.of(),
        false,
        new TreeMap<>());
  }

  private static View view(String name, String query) {
    return new View(ObjectId.of(ObjectKind.VIEW, name), List.of(), query, new TreeMap<>());
  }

  private static Routine function(String name, String body) {
    return new Routine(ObjectId.of(ObjectKind.FUNCTION, name), "int", "", "sql", body, body);
  }

  /** A database that changes columns in place and nothing else, and names nothing in views. */
  private static final class ColumnsOnly implements PlanRules {
    @Override
    public boolean altersInPlace(Change.Modify change, Pair<Schema> schemas) {
      return change.object().to() instanceof Column;
    }

    @Override
    public boolean standsInTheWay(
        Change.Modify change, SchemaObject dependant, Pair<Schema> schemas) {
      return dependant instanceof View;
    }

    @Override
    public boolean createdWithParent(SchemaObject object) {
      return object.parent().isPresent();
    }

    @Override
    public Map<ObjectId, Set<ObjectId>> mentions(Schema schema) {
      var mentions = new TreeMap<ObjectId, Set<ObjectId>>();
      for (var routine : schema.all(Routine.class)) {
        var named = new java.util.TreeSet<ObjectId>();
        for (var id : schema.objects().keySet()) {
          if (List.of(routine.body().split(" ")).contains(id.name())) {
            named.add(id);
          }
        }
        mentions.put(routine.id(), named);
      }
      return mentions;
    }

    @Override
    public List<Hazard> hazards(Step step, Pair<Schema> schemas) {
      return List.of();
    }
  }

  private static final class Words implements Step.Visitor<String> {
    @Override
    public String create(Step.Create step) {
      var parts = step.parts().stream().map(part -> part.id().name()).toList();
      return "create "
          + step.id().display()
          + (parts.isEmpty() ? "" : " + " + String.join(" ", parts));
    }

    @Override
    public String drop(Step.Drop step) {
      return "drop " + step.id().display();
    }

    @Override
    public String alter(Step.Alter step) {
      return "alter " + step.id().display();
    }

    @Override
    public String rename(Step.RenameObject step) {
      return "rename " + step.id().display();
    }

    @Override
    public String rebuild(Step.RebuildTable step) {
      return "rebuild " + step.id().display();
    }
  }
}
