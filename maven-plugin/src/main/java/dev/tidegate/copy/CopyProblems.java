package dev.tidegate.copy;

import dev.tidegate.jdbc.DatabaseError;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.problem.ShellWord;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The wording of every problem that a copy can have. */
public final class CopyProblems {
  private static final String UNTOUCHED = "nothing was changed";
  private static final String ROLLED_BACK = "rolled back; nothing was changed";

  /** https://www.postgresql.org/docs/current/errcodes-appendix.html */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final int MOST_LINES = 20;

  private CopyProblems() {}

  static Problem sourceMissing(Path file) {
    return Problem.of(ProblemCode.COPY_SOURCE_UNREADABLE, "source " + file + " is not a database")
        .withDetail("there is no such file, or it is empty")
        .withState(UNTOUCHED);
  }

  static Problem hotJournal(Path file) {
    return Problem.of(
            ProblemCode.COPY_SOURCE_UNREADABLE,
            "source " + file + " was left in the middle of a write")
        .withDetail(
            List.of(
                file + "-journal holds a write that was cut short or is under way",
                "reading the file would mean to undo that write in it, and a source is never changed"))
        .withState(UNTOUCHED)
        .withHint(
            "copy the file and its -journal together and name the copy: "
                + "sqlite3 <copy> 'PRAGMA integrity_check', then -Dtidegate.source=<copy>");
  }

  static Problem targetInUse(Path file) {
    return Problem.of(
            ProblemCode.COPY_TARGET_REFUSED, "target " + file + " is in use or was left in use")
        .withDetail(
            "somebody reads or writes it, has its write-ahead log open, "
                + "or left a -journal file with a write that was cut short")
        .withState(UNTOUCHED)
        .withHint("stop the application, then sqlite3 " + file + " 'PRAGMA integrity_check'");
  }

  /** The source gave no answer, or stopped giving any. */
  public static Problem sourceUnreadable(String source, SQLException e) {
    return Problem.of(ProblemCode.COPY_SOURCE_UNREADABLE, "source " + source + " cannot be read")
        .withDetail(DatabaseError.of(e).lines())
        .withState(ROLLED_BACK);
  }

  static Problem refused(String doing, SQLException e) {
    var error = DatabaseError.of(e);
    if (error.sqlState().equals(LOCK_NOT_AVAILABLE)) {
      return locked(error);
    }
    return Problem.of(ProblemCode.COPY_TARGET_REFUSED, "the database refused " + doing)
        .withDetail(error.lines())
        .withState(ROLLED_BACK);
  }

  static Problem unreadable(String table, ColumnFacts column, SQLException e) {
    return Problem.of(
            ProblemCode.COPY_VALUE_UNFIT,
            "a value of %s.%s is no %s".formatted(table, column.name(), column.type().name()))
        .withDetail(DatabaseError.of(e).lines())
        .withState(ROLLED_BACK);
  }

  private static Problem locked(DatabaseError error) {
    return Problem.of(
            ProblemCode.COPY_TARGET_REFUSED, "a lock that the copy needs is held by somebody else")
        .withDetail(error.lines())
        .withState(ROLLED_BACK)
        .withHint("wait longer for it: -Dtidegate.lockTimeout=1min");
  }

  /** The target cannot be asked who it is. */
  public static Problem targetUnreadable(String target, SQLException e) {
    return Problem.of(ProblemCode.COPY_TARGET_REFUSED, target + " cannot be read")
        .withDetail(DatabaseError.of(e).lines())
        .withState(UNTOUCHED);
  }

  /** Rows of a database marked production would be overwritten. */
  public static Problem production(String target) {
    return Problem.of(
            ProblemCode.COPY_NOT_CONFIRMED,
            "target " + target + " is marked production, and overwriting it is not confirmed")
        .withDetail("its table tidegate_environment says production")
        .withState(UNTOUCHED)
        .withHint("if this is intended: -Dtidegate.confirm=" + ShellWord.of(target));
  }

  static Problem notWritten(String target, UncheckedIOException e) {
    return Problem.of(ProblemCode.COPY_TARGET_REFUSED, target + " cannot be written")
        .withDetail(String.valueOf(e.getCause()))
        .withState(UNTOUCHED);
  }

  static Problem notMapped(List<String> problems) {
    return Problem.of(ProblemCode.COPY_NOT_MAPPED, "source and target do not fit each other")
        .withDetail(problems)
        .withState(UNTOUCHED);
  }

  static Problem ambiguous(List<AmbiguousTimestamps> columns) {
    var detail = new ArrayList<String>();
    var answers = new ArrayList<String>();
    for (var column : columns) {
      detail.add(column.column() + ": " + column.why());
      answers.add(column.column() + "=ms");
    }
    return Problem.of(
            ProblemCode.COPY_VALUE_UNFIT, "numbers do not say in which unit they are timestamps")
        .withDetail(detail)
        .withState(ROLLED_BACK)
        .withHint(
            "say it (s, ms or us): -Dtidegate.timestamps="
                + ShellWord.of(String.join(",", answers)));
  }

  static Problem notEmpty(String target, Map<String, Long> counts) {
    return Problem.of(ProblemCode.COPY_TARGET_NOT_EMPTY, "target tables are not empty")
        .withDetail(
            counts.entrySet().stream()
                .map(entry -> "%s -- %,d rows".formatted(entry.getKey(), entry.getValue()))
                .toList())
        .withState(UNTOUCHED)
        .withHint(
            "-Dtidegate.mode=upsert keeps them and writes over the same keys; "
                + "-Dtidegate.mode=replace -Dtidegate.confirm="
                + ShellWord.of(target)
                + " deletes them first");
  }

  static Problem notConfirmed(String target, CopyOptions options) {
    return notConfirmed(target, options.confirm());
  }

  /** Rows would be deleted, of a database that nobody named for that. */
  public static Problem notConfirmed(String target, Optional<String> confirmed) {
    return Problem.of(
            ProblemCode.COPY_NOT_CONFIRMED, "replace deletes rows, and that is not confirmed")
        .withDetail(
            confirmed
                .map(name -> "confirmed is " + name + ", the target is " + target)
                .orElse("confirm is not set; the target is " + target))
        .withState(UNTOUCHED)
        .withHint("if this is intended: -Dtidegate.confirm=" + ShellWord.of(target));
  }

  static Problem sameDatabase(String database) {
    return Problem.of(ProblemCode.COPY_SAME_DATABASE, "source and target are the same database")
        .withDetail(database)
        .withState(UNTOUCHED);
  }

  static Problem obstacles(List<String> obstacles) {
    return Problem.of(ProblemCode.COPY_TARGET_REFUSED, "rows would not arrive as they were sent")
        .withDetail(obstacles)
        .withState(UNTOUCHED);
  }

  static Problem unfit(BadRows bad) {
    return Problem.of(
            ProblemCode.COPY_VALUE_UNFIT,
            "%,d value%s not fit the target"
                .formatted(bad.total(), bad.total() == 1 ? " does" : "s do"))
        .withDetail(bad.lines())
        .withState(ROLLED_BACK)
        .withHint(
            "correct the values or widen the columns; "
                + "-Dtidegate.onBadValue=reject copies the other rows and writes these to a file");
  }

  static Problem notVerified(List<String> differences) {
    return Problem.of(ProblemCode.COPY_NOT_VERIFIED, "what was read back is not what was copied")
        .withDetail(differences)
        .withState(ROLLED_BACK);
  }

  static Problem targetDamaged(String target, List<String> damage) {
    return Problem.of(
            ProblemCode.COPY_NOT_VERIFIED, target + " would not pass SQLite's integrity check")
        .withDetail(first(damage))
        .withState(ROLLED_BACK);
  }

  static Problem dangling(String target, List<String> dangling) {
    return Problem.of(
            ProblemCode.COPY_TARGET_REFUSED,
            "%,d row%s of %s would refer to rows that are not there"
                .formatted(dangling.size(), dangling.size() == 1 ? "" : "s", target))
        .withDetail(first(dangling))
        .withState(ROLLED_BACK);
  }

  private static List<String> first(List<String> lines) {
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    var some = new ArrayList<>(lines.subList(0, MOST_LINES));
    some.add("and %,d more".formatted(lines.size() - MOST_LINES));
    return some;
  }
}
