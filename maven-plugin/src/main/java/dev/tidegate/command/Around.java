package dev.tidegate.command;

import dev.tidegate.backup.Backup;
import dev.tidegate.dialect.Health;
import dev.tidegate.dialect.Scope;
import dev.tidegate.diff.Change;
import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Hazard;
import dev.tidegate.report.DeployReport;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Table;
import dev.tidegate.source.MigrationText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks at the rows and sequences of a database before migrations run and after, and says what they
 * did to them beyond what is known. A database without tables has nothing to compare.
 */
final class Around {
  /** What counting may take, before and after each; more than that, and it is estimated. */
  private static final int MILLIS = 3000;

  private final Target target;
  private final DeployPlan plan;
  private final Optional<Moment> before;

  private Around(Target target, DeployPlan plan, Optional<Moment> before) {
    this.target = target;
    this.plan = plan;
    this.before = before;
  }

  /** A database at one moment; rows are counted only where {@code exact}. */
  private record Moment(
      SortedMap<ObjectId, String> identities,
      SortedMap<ObjectId, Long> rows,
      boolean exact,
      Health health) {}

  /** Looks at it before; also whether anything was written since the backup was made. */
  static Around before(Target target, DeployPlan plan, DeployLedger ledger) {
    if (plan.pending().isEmpty() || target.allTables().isEmpty()) {
      return new Around(target, plan, Optional.empty());
    }
    var moment = target.ask(connection -> look(target, connection));
    ledger.backup().ifPresent(backup -> written(backup, moment).forEach(ledger::note));
    return new Around(target, plan, Optional.of(moment));
  }

  /** Looks again and compares. What was wrong before is not this deploy's fault. */
  List<String> after(DeployLedger ledger) {
    if (plan.pending().isEmpty()) {
      return List.of();
    }
    var health = before.isPresent() ? compared(before.get(), ledger) : target.ask(this::health);
    health.notes().forEach(ledger::note);
    var known = new HashSet<String>();
    before.ifPresent(
        then -> then.health().behind().forEach(behind -> known.add(behind.sequence())));
    var faults = new ArrayList<String>();
    for (var behind : health.behind()) {
      if (known.contains(behind.sequence())) {
        ledger.note(behind.fact() + ", as before; " + behind.repair() + " sets it right");
      } else {
        faults.add(behind.fact() + ": " + behind.repair());
      }
    }
    return faults;
  }

  private Health compared(Moment then, DeployLedger ledger) {
    var now = target.ask(connection -> look(target, connection));
    compare(then, now, ledger);
    return now.health();
  }

  /** Rows of a database that had no tables are those that its migrations made. */
  private Health health(Connection connection) throws SQLException {
    return bounded(connection, target, () -> target.dialect().live().health(connection))
        .orElse(slow());
  }

  private static Moment look(Target target, Connection connection) throws SQLException {
    var live = target.dialect().live();
    var identities = live.identities(connection);
    var health = bounded(connection, target, () -> live.health(connection));
    // beside the schemas that the URL names there may be those of hundreds of other tenants
    var schemas = target.settings().url().schemas();
    var counted = bounded(connection, target, () -> live.countedRows(connection, schemas));
    var rows = new TreeMap<ObjectId, Long>();
    var numbers = counted.isPresent() ? counted.get() : live.rows(connection);
    numbers.forEach(
        (id, count) -> {
          if (schemas.isEmpty() || id.qualifier().stream().allMatch(schemas::contains)) {
            count.rows().ifPresent(it -> rows.put(id, it));
          }
        });
    return new Moment(identities, rows, counted.isPresent(), health.orElse(slow()));
  }

  private static Health slow() {
    return new Health(
        List.of(), List.of("sequences were not looked at: that takes more than 3 s here"));
  }

  private interface Question<T> {
    T ask() throws SQLException;
  }

  /** The answer, unless it takes too long. */
  private static <T> Optional<T> bounded(Connection connection, Target target, Question<T> question)
      throws SQLException {
    target.dialect().live().limit(connection, MILLIS);
    try {
      return Optional.of(question.ask());
    } catch (SQLException e) {
      if (!"57014".equals(e.getSQLState())) { // query_canceled
        throw e;
      }
      return Optional.empty();
    } finally {
      target.dialect().live().limit(connection, 0);
    }
  }

  /** Between the snapshot of a backup and the first statement others can write. */
  private static List<String> written(Backup backup, Moment moment) {
    var notes = new ArrayList<String>();
    if (!moment.exact()) {
      return notes;
    }
    var rows = new HashMap<String, Long>();
    moment.rows().forEach((id, count) -> rows.put(id.display(), count));
    for (var held : backup.tables()) {
      var now = rows.get(held.table());
      if (now != null && now != held.rows()) {
        notes.add(
            "%s had %,d rows when it was backed up and %,d when the migrations began: what was written between is not in the backup"
                .formatted(held.table(), held.rows(), now));
      }
    }
    return notes;
  }

  private void compare(Moment then, Moment now, DeployLedger ledger) {
    var followed =
        target.dialect().live().follow(then.identities(), now.identities(), statements());
    var places = new HashMap<String, ObjectId>();
    followed.forEach((id, identity) -> places.put(identity, id));
    var touched = touched();
    var exact = then.exact() && now.exact();
    var counts = new ArrayList<DeployReport.RowCount>();
    var old = new HashSet<ObjectId>();
    for (var entry : then.rows().entrySet()) {
      var id = entry.getKey();
      var place = Optional.ofNullable(then.identities().get(id)).map(places::get);
      place.ifPresent(old::add);
      var rows = place.flatMap(it -> Optional.ofNullable(now.rows().get(it)));
      var changed = !rows.equals(Optional.of(entry.getValue()));
      if (!Scope.OWN_TABLES.contains(id.name()) && (changed || touched.contains(id))) {
        counts.add(
            new DeployReport.RowCount(id.display(), Optional.of(entry.getValue()), rows, exact));
        if (exact && rows.filter(it -> it < entry.getValue()).isPresent() && !known(id, place)) {
          ledger.note(
              "%s had %,d rows before and has %,d now; no migration of this deploy is known to delete rows"
                  .formatted(id.display(), entry.getValue(), rows.get()));
        }
      }
    }
    for (var entry : now.rows().entrySet()) {
      var id = entry.getKey();
      if (!old.contains(id) && entry.getValue() > 0 && !Scope.OWN_TABLES.contains(id.name())) {
        counts.add(
            new DeployReport.RowCount(
                id.display(), Optional.empty(), Optional.of(entry.getValue()), exact));
      }
    }
    ledger.counted(counts);
  }

  private List<String> statements() {
    return plan.pending().stream()
        .flatMap(file -> MigrationText.of(target.dialect().product(), file).statements().stream())
        .toList();
  }

  /** Tables that the migrations change, by their names before. */
  private Set<ObjectId> touched() {
    var touched = new HashSet<ObjectId>();
    var analysis = plan.analysis();
    if (analysis.start().isPresent() && analysis.result().isPresent()) {
      target.dialect().diff(new Pair<>(analysis.start().get(), analysis.result().get())).stream()
          .map(Change::id)
          .forEach(id -> touched.add(table(id)));
    }
    hazards().forEach(hazard -> touched.add(table(hazard.object())));
    return touched;
  }

  /** Whether a migration is known to take rows of it; a partitioned table loses its partitions'. */
  private boolean known(ObjectId before, Optional<ObjectId> after) {
    var partitioned =
        plan.analysis()
            .start()
            .flatMap(schema -> schema.find(before))
            .filter(it -> it instanceof Table table && table.partitionKey().isPresent())
            .isPresent();
    return partitioned
        || hazards().stream()
            .map(hazard -> table(hazard.object()))
            .anyMatch(id -> id.equals(before) || after.filter(id::equals).isPresent());
  }

  private List<Hazard> hazards() {
    return plan.analysis().files().stream().flatMap(file -> file.destroying().stream()).toList();
  }

  /** The table that something stands in, by its path; itself where it stands in none. */
  private ObjectId table(ObjectId id) {
    for (var names = 1; names <= id.path().size(); names++) {
      var table = new ObjectId(ObjectKind.TABLE, id.path().subList(0, names));
      if (before.filter(it -> it.identities().containsKey(table)).isPresent()) {
        return table;
      }
    }
    return id;
  }
}
