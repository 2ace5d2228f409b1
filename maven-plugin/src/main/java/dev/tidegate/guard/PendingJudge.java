package dev.tidegate.guard;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Hazard;
import dev.tidegate.schema.ObjectId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges pending migrations one after the other. Only what the database has now can be lost: a
 * table that one pending migration creates and the next one drops is no hazard.
 */
public final class PendingJudge {
  private final Dialect dialect;
  private final Optional<String> schema;
  private final Set<ObjectId> onlyLive;
  private final Set<String> atRisk;
  private final StateLook start;
  private StateLook last;

  /**
   * A judge that starts from the state before the first pending migration.
   *
   * @param schema where unqualified names stand; empty where there are no name spaces
   * @param live what the database has now, which can be more than its migrations build
   */
  public PendingJudge(
      Dialect dialect, Optional<String> schema, StateLook start, Set<ObjectId> live) {
    this.dialect = dialect;
    this.schema = schema;
    this.onlyLive = new HashSet<>(live);
    this.onlyLive.removeAll(start.identities().keySet());
    this.onlyLive.removeIf(id -> id.path().stream().anyMatch(Scope.OWN_TABLES::contains));
    this.atRisk = new HashSet<>(start.identities().values());
    this.start = start;
    this.last = start;
  }

  /**
   * The hazards of the migration that led from the last look to this one.
   *
   * @param sql its text, for what it approves
   * @param statements the text, split
   */
  public PendingHazards judge(String script, String sql, List<String> statements, StateLook read) {
    var before = last;
    var followed = dialect.live().follow(before.identities(), read.identities(), statements);
    last = read.knowing(followed);
    var all = new ArrayList<>(MigrationHazards.of(dialect, new Pair<>(before, last)));
    all.addAll(ofText(statements, before));
    return sorted(script, sql, all, before);
  }

  /** The hazards of a callback, as far as its text tells them: it has no state of its own. */
  public PendingHazards judgeCallback(String script, String sql, List<String> statements) {
    return sorted(script, sql, ofText(statements, start), start);
  }

  private List<Hazard> ofText(List<String> statements, StateLook before) {
    var known = new HashSet<>(before.identities().keySet());
    known.addAll(onlyLive);
    var rows = new RowStatements(dialect.product(), new NamedObjects(known, schema));
    var drops = new DropStatements(dialect.product(), new NamedObjects(onlyLive, schema));
    return statements.stream()
        .flatMap(it -> Stream.concat(rows.hazards(it).stream(), drops.hazards(it).stream()))
        .toList();
  }

  private PendingHazards sorted(String script, String sql, List<Hazard> all, StateLook before) {
    var real = all.stream().distinct().filter(hazard -> isReal(hazard, before)).toList();
    var moot = all.stream().distinct().filter(hazard -> !isReal(hazard, before)).toList();
    return new PendingHazards(script, real, moot, Approval.inFile(script, sql));
  }

  /** The state that the last migration led to. */
  public StateLook last() {
    return last;
  }

  /** Hazards of types have no identity of their own and are taken for real. */
  private boolean isReal(Hazard hazard, StateLook before) {
    return onlyLive.contains(hazard.object())
        || Optional.ofNullable(before.identities().get(hazard.object()))
            .or(() -> Optional.ofNullable(last.identities().get(hazard.object())))
            .map(atRisk::contains)
            .orElse(true);
  }
}
