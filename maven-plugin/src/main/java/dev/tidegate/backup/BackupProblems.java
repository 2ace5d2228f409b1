package dev.tidegate.backup;

import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;

/** The wording of every problem that a backup can have. */
final class BackupProblems {
  private static final String UNTOUCHED = "nothing was applied";
  private static final String NOTHING_RESTORED = "nothing was changed";

  private BackupProblems() {}

  /** The deploy does not go on without it. */
  static Problem failed(Path folder, Exception e) {
    return Problem.of(ProblemCode.BACKUP_FAILED, "no backup could be made in " + folder)
        .withDetail(words(e))
        .withState(UNTOUCHED)
        .withHint(
            "make room, or name a folder that can be written: -Dtidegate.backupDirectory=<folder>;"
                + " without a backup, only if the data is safe elsewhere: -Dtidegate.backup=never");
  }

  static Problem notWhole(Path file, List<String> why) {
    return Problem.of(
            ProblemCode.BACKUP_FAILED, "the backup that was written does not hold what it should")
        .withDetail(file.toString())
        .withDetail(why)
        .withState(UNTOUCHED + "; the file was deleted");
  }

  static Problem noProgram(int major, List<String> found) {
    return Problem.of(ProblemCode.BACKUP_FAILED, "no pg_dump that can dump PostgreSQL " + major)
        .withDetail(found.isEmpty() ? List.of("there is none") : found)
        .withState(UNTOUCHED)
        .withHint("-Dtidegate.backupWith=tidegate");
  }

  static Problem notEverything(int major, List<String> beyond) {
    return Problem.of(
            ProblemCode.BACKUP_FAILED,
            "the whole database was asked for, and an archive of tables does not hold all of it")
        .withDetail(beyond)
        .withState(UNTOUCHED)
        .withHint(
            "install pg_dump %d or later, which holds it, and leave out backupWith=tidegate"
                .formatted(major));
  }

  static Problem archiveUnreadable(Path file, String why) {
    return Problem.of(ProblemCode.BACKUP_UNREADABLE, file + " is not a whole backup of Tidegate")
        .withDetail(why)
        .withState(NOTHING_RESTORED);
  }

  static Problem notRestored(Path file, List<String> why) {
    return Problem.of(ProblemCode.RESTORE_REFUSED, file + " cannot be restored here")
        .withDetail(why)
        .withState(NOTHING_RESTORED);
  }

  static Problem inTheWay(Path file, List<String> why) {
    return notRestored(file, why)
        .withHint(
            "-Dtidegate.mode=upsert writes the backup's rows over those of the same primary key and"
                + " keeps the others");
  }

  static Problem restoreFailed(Path file, Exception e) {
    return Problem.of(ProblemCode.RESTORE_REFUSED, "the database refused rows of " + file)
        .withDetail(words(e))
        .withState("rolled back; nothing was changed");
  }

  private static String words(Exception e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied: " + e.getMessage();
    }
    return String.valueOf(e.getMessage()).strip();
  }
}
