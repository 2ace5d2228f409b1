package dev.tidegate.action.comment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a comment shows. It knows no report: whoever makes it takes the facts from wherever they
 * are.
 *
 * @param subject which of a repository's databases this is about
 * @param verdict what it comes to
 * @param plan the statements, in the order in which they run
 * @param proposal statements that no migration holds yet
 * @param hazards what they may destroy or block
 * @param pending migration files that are not deployed yet
 * @param drift what the database holds and its migrations do not, one line each
 * @param rollback the script that leads back, with what it does not bring back
 * @param trouble what went wrong
 * @param deployment what the deploy did, from when it begins
 * @param notes anything else, a sentence each
 * @param origin which commit and which run
 */
public record ReviewComment(
    Subject subject,
    Verdict verdict,
    Plan plan,
    Optional<Proposal> proposal,
    List<Hazard> hazards,
    List<PendingFile> pending,
    List<String> drift,
    Optional<Rollback> rollback,
    Optional<Trouble> trouble,
    Optional<Deployment> deployment,
    List<String> notes,
    Origin origin) {

  public ReviewComment {
    hazards = List.copyOf(hazards);
    pending = List.copyOf(pending);
    drift = List.copyOf(drift);
    notes = List.copyOf(notes);
  }

  /**
   * One comment there is for each.
   *
   * @param key what the comment is found by: directory and environment, or the input
   * @param environment label of the environment; empty when none is stated
   * @param directory folder within the repository; empty at its root
   */
  public record Subject(String key, String environment, String directory) {}

  /**
   * What would run.
   *
   * @param hash hash over the whole plan, as the deploy checks it; nothing without one
   * @param statements in order; the first is number 1
   */
  public record Plan(Optional<String> hash, List<Statement> statements) {
    public Plan {
      statements = List.copyOf(statements);
    }
  }

  /**
   * One statement.
   *
   * @param file migration file that it stands in; empty when it is not in one yet
   * @param sql its text
   */
  public record Statement(String file, String sql) {}

  /**
   * What the declared schema asks for and no migration does.
   *
   * @param statements in order, numbered on from those of the plan
   * @param command writes them to a migration
   */
  public record Proposal(List<Statement> statements, String command) {
    public Proposal {
      statements = List.copyOf(statements);
    }
  }

  /**
   * What one statement may do.
   *
   * @param statement its number, from 1
   * @param type kind of hazard, as {@code drop-column}
   * @param object what it is about, as {@code public.users.legacy}
   * @param standing whether it destroys data, and whether somebody approved that
   * @param lock lock that it takes; empty for none
   * @param size rows or size of the live table; empty when not known
   * @param advice what to do about it
   */
  public record Hazard(
      int statement,
      String type,
      String object,
      Standing standing,
      String lock,
      String size,
      String advice) {

    String approval() {
      return type + ":" + object;
    }
  }

  /** Whether a hazard stops a deploy; those that do come first. */
  public enum Standing {
    /** It needs an approval and has none. */
    NOT_APPROVED,
    /** It needed an approval and has one. */
    APPROVED,
    /** It needs none. */
    REPORTED
  }

  /** A file that is not deployed yet, with the number of its statements. */
  public record PendingFile(String path, int statements) {}

  /** The way back, and what it does not bring back, one line each. */
  public record Rollback(List<Statement> statements, List<String> lost) {
    public Rollback {
      statements = List.copyOf(statements);
      lost = List.copyOf(lost);
    }
  }

  /**
   * What went wrong, in the form of all our messages.
   *
   * @param summary code and fact, one line
   * @param detail facts, one line each
   * @param state what is true of the database now; empty when nothing touched it
   * @param hint one thing to do; empty for none
   */
  public record Trouble(String summary, List<String> detail, String state, String hint) {
    public Trouble {
      detail = List.copyOf(detail);
    }
  }

  /**
   * What a deploy did.
   *
   * @param when when it began, as {@code 2026-11-20 10:02 UTC}
   * @param files the files that were applied, with milliseconds
   * @param rows rows of the tables that it touched
   * @param runUrl page of its run
   */
  public record Deployment(
      String when, List<AppliedFile> files, List<RowCount> rows, String runUrl) {
    public Deployment {
      files = List.copyOf(files);
      rows = List.copyOf(rows);
    }
  }

  /** A file that was applied. */
  public record AppliedFile(String path, int statements, long millis) {}

  /**
   * Rows of a table before and after, as {@code 1,204} or {@code about 1,200}; empty without it.
   */
  public record RowCount(String table, String before, String after) {}

  /**
   * Where the comment comes from.
   *
   * @param headCommit the commit that was reviewed
   * @param runUrl page of the run
   * @param run the run and its attempt, as {@code 8123-1}; no two runs have the same
   * @param at when the plan was found out; a comment that shows it already keeps its own time
   */
  public record Origin(String headCommit, String runUrl, String run, Instant at) {}
}
