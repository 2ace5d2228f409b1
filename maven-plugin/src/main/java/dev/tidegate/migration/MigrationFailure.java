package dev.tidegate.migration;

import dev.tidegate.jdbc.DatabaseError;
import dev.tidegate.jdbc.ErrorKind;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.problem.StatementLines;
import dev.tidegate.problem.TidegateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;

/** Finds out what a failed run of Flyway has left, and says it. */
final class MigrationFailure {
  private static final String MIXED = "Detected both transactional and non-transactional";

  private final MigrationDatabase database;
  private final MigrationFolder folder;
  private final RunRecorder recorder;
  private final List<AppliedMigration> applied;
  private final List<String> invalidBefore;

  /** A failure of the attempt recorded, after all attempts together applied these migrations. */
  MigrationFailure(
      MigrationDatabase database,
      MigrationFolder folder,
      RunRecorder recorder,
      List<AppliedMigration> applied,
      List<String> invalidBefore) {
    this.invalidBefore = List.copyOf(invalidBefore);
    this.applied = List.copyOf(applied);
    this.database = database;
    this.folder = folder;
    this.recorder = recorder;
  }

  Problem problem(FlywayException e) {
    var words = words(e);
    if (isMixed(e)) {
      return MigrationProblems.mixed(firstNotApplied(), words, standing());
    }
    if (e instanceof FlywayMigrateException failed) {
      return migrationFailed(failed);
    }
    if (e instanceof FlywayValidateException) {
      var problem = MigrationProblems.notValid(validationCode(words), words);
      return applied.isEmpty() ? problem : problem.withState(standing());
    }
    if (e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
      return MigrationProblems.historyAbsent(words);
    }
    if (recorder.ranToItsEnd()) {
      return commitRefused(e);
    }
    return MigrationProblems.notRun(words, standing());
  }

  /** A deferred constraint, for example, speaks up only then. */
  private Problem commitRefused(FlywayException e) {
    var script = recorder.current().map(MigrationInfo::getScript).orElse("");
    var detail = cause(e).map(it -> DatabaseError.of(it).lines()).orElse(words(innermost(e)));
    return MigrationProblems.commitRefused(script, detail, standing());
  }

  /** A check of ours says it without what Flyway puts around it. */
  private static Throwable innermost(Throwable e) {
    return e.getCause() instanceof FlywayException cause ? innermost(cause) : e;
  }

  /** Flyway finds the mixture before it begins with the file, and does not name it. */
  private String firstNotApplied() {
    try {
      return MigrationHistory.read(database, folder).with(MigrationStatus.PENDING).stream()
          .findFirst()
          .map(entry -> "migration " + entry.script())
          .orElse("a migration");
    } catch (TidegateException unreadable) {
      // The failure that is being reported says more.
      return "a migration";
    }
  }

  private static boolean isMixed(Throwable e) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains(MIXED)) {
        return true;
      }
    }
    return false;
  }

  private Problem migrationFailed(FlywayMigrateException e) {
    var script = e.getMigration().getScript();
    var detail = new ArrayList<String>();
    var place = "";
    var statement = find(e, FlywaySqlScriptException.class);
    var error = cause(e).map(DatabaseError::of);
    error.ifPresentOrElse(found -> detail.addAll(found.lines()), () -> detail.addAll(words(e)));
    if (statement.isPresent()) {
      var sql = statement.get().getStatement();
      var first = statement.get().getLineNumber();
      var line = error.map(found -> found.line(sql, first)).orElse(first);
      place = " at statement " + (recorder.statements() + 1) + " (line " + line + ")";
      detail.addAll(StatementLines.of(sql));
    }
    var summary = "migration " + script + " failed" + place;
    if (e.isExecutableInTransaction()) {
      return MigrationProblems.rolledBack(summary, detail, standing());
    }
    return MigrationProblems.halfway(summary, detail, remains());
  }

  private MigrationProblems.Remains remains() {
    var now = InvalidIndexes.of(database);
    return new MigrationProblems.Remains(
        recorder.kept(), now, now.stream().filter(invalidBefore::contains).toList());
  }

  /** What this run has left of whole migrations. */
  String standing() {
    return applied.isEmpty()
        ? "no migration of " + folder.path() + " was applied by this run"
        : applied.size()
            + " applied before it remain, the last is "
            + applied.get(applied.size() - 1).script();
  }

  private static ProblemCode validationCode(List<String> words) {
    var text = String.join("\n", words);
    if (text.contains("not resolved locally")) {
      return ProblemCode.MIGRATION_MISSING;
    }
    if (text.contains("failed migration")) {
      return ProblemCode.HISTORY_HAS_FAILURE;
    }
    return text.contains("not applied to database")
        ? ProblemCode.MIGRATION_OUT_OF_ORDER
        : ProblemCode.MIGRATION_CHANGED;
  }

  /** The statement that was refused, if that was it. */
  static Optional<MigrationRun.Refused> refused(FlywayException e) {
    var statement = find(e, FlywaySqlScriptException.class);
    var cause = cause(e);
    return statement.isPresent() && cause.isPresent()
        ? Optional.of(
            new MigrationRun.Refused(statement.get().getStatement(), DatabaseError.of(cause.get())))
        : Optional.empty();
  }

  static List<String> words(Throwable e) {
    return String.valueOf(e.getMessage()).lines().filter(line -> !line.isBlank()).toList();
  }

  static Optional<SQLException> cause(Throwable e) {
    return find(e, SQLException.class);
  }

  /** What was thrown by ourselves, which Flyway wraps where it had a transaction to roll back. */
  static Optional<TidegateException> known(Throwable e) {
    return find(e, TidegateException.class);
  }

  /** Whether the connection was gone, which an error on the way out may hide. */
  static boolean isLost(Throwable e) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      var lost = cause instanceof SQLException sql && ErrorKind.of(sql) == ErrorKind.LOST;
      if (lost || Arrays.stream(cause.getSuppressed()).anyMatch(MigrationFailure::isLost)) {
        return true;
      }
    }
    return false;
  }

  private static <T extends Throwable> Optional<T> find(Throwable e, Class<T> type) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }
}
