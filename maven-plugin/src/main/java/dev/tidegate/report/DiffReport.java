package dev.tidegate.report;

import dev.tidegate.diff.RenameQuestion;
import dev.tidegate.plan.Hazard;
import dev.tidegate.problem.Problem;
import dev.tidegate.render.Cost;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectId;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tidegate:diff} found.
 *
 * @param from the state it starts from
 * @param to the state it leads to
 * @param dialect of the SQL, {@code postgresql} or {@code sqlite}
 * @param scratchVersion of the database on which it was proved
 * @param statements in order; none where the states do not differ
 * @param script the statements as they are written to a file
 * @param questions drops and adds that look like renames
 * @param fingerprints of both states
 * @param unmodelled objects that are in one of the states and were not compared
 * @param notes what a reader should know
 * @param written the first file that was written
 * @param files that the script is, in order; with their paths where they were written
 * @param rollback the way back, where it was asked for
 * @param problem why the goal fails all the same
 */
public record DiffReport(
    String from,
    String to,
    String dialect,
    String scratchVersion,
    List<StatementEntry> statements,
    String script,
    List<Question> questions,
    Fingerprints fingerprints,
    List<String> unmodelled,
    List<String> notes,
    Optional<String> written,
    List<FileEntry> files,
    Optional<RollbackEntry> rollback,
    Optional<Problem> problem)
    implements Report {

  public DiffReport {
    statements = List.copyOf(statements);
    questions = List.copyOf(questions);
    unmodelled = List.copyOf(unmodelled);
    notes = List.copyOf(notes);
    files = List.copyOf(files);
  }

  /**
   * One file of a script.
   *
   * @param path where it was written; empty where it was only shown
   * @param transactional whether its statements run in one transaction, or each by itself
   * @param purpose what it does; empty for a script of one file
   * @param script what stands in it
   */
  public record FileEntry(
      Optional<String> path, boolean transactional, String purpose, String script) {}

  /**
   * The way back.
   *
   * @param files in order
   * @param lost what it cannot bring back
   */
  public record RollbackEntry(List<FileEntry> files, List<String> lost) {
    public RollbackEntry {
      files = List.copyOf(files);
      lost = List.copyOf(lost);
    }
  }

  /**
   * One statement with what it is about, and what it locks, writes anew and reads; {@code place} is
   * where the declared schema tells of its object, or of the table that this is part of.
   */
  public record StatementEntry(
      String sql,
      String kind,
      String object,
      List<HazardEntry> hazards,
      boolean transactional,
      boolean measured,
      List<LockEntry> locks,
      List<String> rewrites,
      List<String> scans,
      Optional<PlaceEntry> place) {

    /** The entry for a statement. */
    public static StatementEntry of(Statement statement, Optional<PlaceEntry> place) {
      return new StatementEntry(
          statement.sql(),
          statement.object().kind().word(),
          statement.object().display(),
          statement.hazards().stream().map(HazardEntry::of).toList(),
          statement.transactional(),
          statement.cost().measured(),
          statement.cost().locks().stream().map(LockEntry::of).toList(),
          statement.cost().rewrites().stream().map(ObjectId::display).toList(),
          statement.cost().scans().stream().map(ObjectId::display).toList(),
          place);
    }
  }

  /**
   * A place in the declared schema.
   *
   * @param file as the goal was given it, with slashes: absolute, or relative to where it runs
   * @param line from 1
   */
  public record PlaceEntry(String file, int line) {}

  /** One lock. */
  public record LockEntry(String relation, String mode) {
    static LockEntry of(Cost.Lock lock) {
      return new LockEntry(lock.relation().display(), lock.mode());
    }
  }

  /**
   * One hazard; {@code approval} is what {@code allow} takes where data is destroyed, {@code probe}
   * a query that counts what it is about in {@code from}.
   */
  public record HazardEntry(
      String type,
      String object,
      String message,
      boolean destroysData,
      String approval,
      boolean brief,
      Optional<String> probe,
      String advice,
      String rule) {

    /** The entry for a hazard. */
    public static HazardEntry of(Hazard hazard) {
      return new HazardEntry(
          hazard.type().word(),
          hazard.object().display(),
          hazard.message(),
          hazard.type().destroysData(),
          hazard.approval(),
          hazard.brief(),
          hazard.probe(),
          hazard.type().advice(),
          hazard.type().rule());
    }
  }

  /** Short names of all that two states hold, {@code sha256:…}; the same where nothing differs. */
  public record Fingerprints(String from, String to) {}

  /** A drop and an add that look like a rename, and the parameter that says that they are one. */
  public record Question(String kind, String from, String to, String why, String answer) {

    /** The question whether this was a rename. */
    public static Question of(RenameQuestion question) {
      var rename = question.rename();
      return new Question(
          rename.id().kind().word(),
          rename.id().display(),
          rename.renamed().display(),
          question.why(),
          question.parameter());
    }
  }

  @Override
  public String goal() {
    return "diff";
  }

  /** Whether the states differ. */
  public boolean differs() {
    return !statements.isEmpty();
  }

  /** All hazards that are not over in a moment, in the order of the statements. */
  public List<HazardEntry> hazards() {
    return statements.stream()
        .flatMap(statement -> statement.hazards().stream())
        .filter(hazard -> !hazard.brief())
        .toList();
  }

  /** How many statements lock something that is there for a moment. */
  public long briefLocks() {
    return statements.stream()
        .filter(statement -> statement.hazards().stream().anyMatch(HazardEntry::brief))
        .count();
  }

  @Override
  public String text() {
    return DiffText.of(this);
  }

  @Override
  public String markdown() {
    return DiffMarkdown.of(this);
  }
}
