package dev.tidegate.guard;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Hazard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges pending migrations one after the other. Only what the database has now can be lost: a
 * table that one pending migration creates and the next one drops is no hazard.
 */
public final class PendingJudge {
  private final Dialect dialect;
  private final Optional<String> schema;
  private final Set<String> atRisk;
  private StateLook last;

  /**
   * A judge that starts from the state before the first pending migration.
   *
   * @param schema where unqualified names stand; empty where there are no name spaces
   */
  public PendingJudge(Dialect dialect, Optional<String> schema, StateLook start) {
    this.dialect = dialect;
    this.schema = schema;
    this.atRisk = new HashSet<>(start.identities().values());
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
    var rows = new RowStatements(before.identities(), schema);
    var all = new ArrayList<>(MigrationHazards.of(dialect, new Pair<>(before, last)));
    statements.stream().map(rows::hazards).forEach(all::addAll);
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
    return Optional.ofNullable(before.identities().get(hazard.object()))
        .or(() -> Optional.ofNullable(last.identities().get(hazard.object())))
        .map(atRisk::contains)
        .orElse(true);
  }
}
