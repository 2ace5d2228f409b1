package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.qualified;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Strategy;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change of type without rewriting the table at once: a new column that a trigger keeps in step
 * with the old one, filled in batches, and put into its place together with everything that stands
 * on it. The old one goes only after a check has proved that no value is missing. Only for columns
 * that are named for it, since it leaves every row written twice.
 */
final class TypeByNewColumn implements Technique {
  private final Surroundings surroundings;
  private final Stability stability;
  private final SpareNames names;
  private final NotNullByCheck notNull;
  private final Expandable expandable;

  TypeByNewColumn(
      Surroundings surroundings, Stability stability, SpareNames names, Strategy strategy) {
    this.surroundings = surroundings;
    this.stability = stability;
    this.names = names;
    this.notNull = new NotNullByCheck(names, surroundings, strategy);
    this.expandable = new Expandable(surroundings, stability, strategy);
  }

  /**
   * What takes whose place.
   *
   * @param fresh name of the new column until it gets the old one's
   * @param function of the trigger that keeps them in step; the trigger has its name
   */
  private record Move(Pair<Column> column, String fresh, ObjectId function) {
    ObjectId table() {
      return column.to().table();
    }

    String old() {
      return quote(column.to().id().name());
    }

    String alterTable() {
      return "ALTER TABLE " + qualified(table());
    }

    String dropColumn() {
      return alterTable() + " DROP COLUMN " + old();
    }
  }

  @Override
  public Optional<Said> say(Plan.Planned planned, List<String> direct) {
    return expandable
        .asked(planned.step())
        .filter(column -> expandable.obstacle(column).isEmpty())
        .map(column -> expand(planned, column));
  }

  private Said expand(Plan.Planned planned, Pair<Column> column) {
    var carried = CarriedOver.of(column.to(), surroundings, stability, names);
    var move = new Move(column, carried.column(), function(column.to()));
    var proof = complete(planned, move);
    var stretches = new ArrayList<Said.Stretch>();
    stretches.add(start(move));
    stretches.add(fill(planned, move));
    if (!carried.builds().isEmpty()) {
      stretches.add(new Said.Stretch(Phase.BUILD, carried.builds()));
    }
    stretches.addAll(proof.subList(0, 2));
    stretches.add(swap(planned, move, proof.get(2), carried));
    var settled = stretches.size() - 1;
    if (!carried.validations().isEmpty()) {
      stretches.add(Said.stretch(Phase.CHECK, List.of(), carried.validations()));
    }
    var said = Said.in(stretches.toArray(Said.Stretch[]::new));
    return carried.validations().isEmpty() ? said.swapping() : said.settledBy(settled).swapping();
  }

  private static Said.Stretch start(Move move) {
    var trigger = sql("CREATE TRIGGER").name(move.function().name()).sql();
    return Said.stretch(
        Phase.CHANGE,
        List.of(),
        List.of(
            addColumn(move.column().to(), move.fresh()),
            keepInStep(move),
            "%s BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
                .formatted(trigger, qualified(move.table()), qualified(move.function()))));
  }

  /** A composite value of nulls alone IS NULL, and yet it is one; hence DISTINCT FROM. */
  private static Said.Stretch fill(Plan.Planned planned, Move move) {
    var fresh = quote(move.fresh());
    return Said.stretch(
        Phase.LOOSE,
        OnlineHazards.ofRows(planned),
        List.of(
            BatchFill.of(
                qualified(move.table()),
                fresh + " = " + converted(move.column(), move.old()),
                fresh
                    + " IS NOT DISTINCT FROM NULL AND "
                    + move.old()
                    + " IS DISTINCT FROM NULL")));
  }

  /**
   * Proves that no value is missing, in three stretches. Triggers can keep rows from being filled,
   * and a cast can give null.
   */
  private List<Said.Stretch> complete(Plan.Planned planned, Move move) {
    var to = move.column().to();
    if (to.notNull()) {
      var fresh = move.table().member(to.id().kind(), move.fresh());
      return notNull.stretches(planned, fresh, move.table());
    }
    var check =
        names.constraint(move.table(), move.table().name() + "_" + to.id().name(), "_is_filled");
    var name = quote(check.name());
    var condition =
        "%s IS NOT DISTINCT FROM NULL OR %s IS DISTINCT FROM NULL"
            .formatted(move.old(), quote(move.fresh()));
    return List.of(
        Said.stretch(
            Phase.CHANGE,
            List.of(),
            List.of(
                "%s ADD CONSTRAINT %s CHECK (%s) NOT VALID"
                    .formatted(move.alterTable(), name, condition))),
        Said.stretch(
            Phase.CHECK, List.of(), List.of(move.alterTable() + " VALIDATE CONSTRAINT " + name)),
        Said.stretch(
            Phase.CHANGE, List.of(), List.of(move.alterTable() + " DROP CONSTRAINT " + name)));
  }

  private Said.Stretch swap(
      Plan.Planned planned, Move move, Said.Stretch proved, CarriedOver carried) {
    var lines = new ArrayList<Said.Line>();
    var trigger = sql("DROP TRIGGER").name(move.function().name()).sql();
    lines.add(new Said.Line(trigger + " ON " + qualified(move.table())));
    lines.add(new Said.Line("DROP FUNCTION " + qualified(move.function()) + "()"));
    lines.addAll(proved.lines());
    carried.drops().forEach(it -> lines.add(new Said.Line(it)));
    lines.add(new Said.Line(move.dropColumn(), harm(planned, move)));
    lines.add(
        new Said.Line(
            "%s RENAME COLUMN %s TO %s"
                .formatted(move.alterTable(), quote(move.fresh()), move.old())));
    carried.creates().forEach(it -> lines.add(new Said.Line(it)));
    return new Said.Stretch(Phase.CHANGE, lines);
  }

  /** What the change does to data and readers, it does where the old column goes. */
  private List<Hazard> harm(Plan.Planned planned, Move move) {
    var hazards = new ArrayList<>(OnlineHazards.lasting(planned));
    var from = move.column().from();
    var columns = surroundings.parts().from().of(move.table(), Column.class);
    if (columns.stream().anyMatch(other -> other.position() > from.position())) {
      hazards.add(
          new Hazard(
              HazardType.BREAKS_READERS,
              from.id(),
              "becomes the last column of its table, which SELECT * and INSERT without a list of"
                  + " columns show"));
    }
    return List.copyOf(hazards);
  }

  private static String addColumn(Column to, String fresh) {
    var sql = sql("ALTER TABLE").name(to.table()).words("ADD COLUMN").name(fresh);
    sql.words(to.type());
    to.collation().ifPresent(collation -> sql.words("COLLATE").words(collation));
    return sql.sql();
  }

  /** Triggers run in the order of their names, and this one has to see what the others made. */
  private ObjectId function(Column to) {
    return names.function(
        to.table().qualifier(), "zz_" + to.table().name() + "_" + to.id().name(), "_in_step");
  }

  private static String keepInStep(Move move) {
    return """
    CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS $step$
    BEGIN
      NEW.%s := %s;
      RETURN NEW;
    END
    $step$"""
        .formatted(
            qualified(move.function()),
            quote(move.fresh()),
            converted(move.column(), "NEW." + move.old()));
  }

  private static String converted(Pair<Column> column, String value) {
    var types = column.map(Column::type);
    return PostgresTypes.using(value, types).orElse(value + "::" + types.to());
  }
}
