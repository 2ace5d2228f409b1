package dev.tidegate.action.report;

import dev.tidegate.action.json.Json;
import dev.tidegate.action.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What {@code status.json} says, of one database or of many. Of many only {@link #targets} is
 * there, and {@link #problem}.
 *
 * @param problem why the goal failed
 * @param database its URL without credentials; empty where the goal did not come so far
 * @param version that it is at; nothing without a history
 * @param migrations applied ones as they were applied, then the others
 * @param obstacle why a deploy would be refused before it looks at anything else
 * @param interrupted migrations that a deploy has begun and not ended
 * @param invalidIndexes indexes that PostgreSQL maintains and does not use
 * @param drift how the database differs from what its migrations build, a line each
 * @param driftChecked whether it was compared
 * @param tables all of them with their rows
 * @param rowsExact whether rows were counted, rather than estimated
 * @param lookAlikes tables that stand under the name of one of ours in another schema
 * @param next what to do now: a command, or that there is nothing to do
 * @param notes what a reader should know
 * @param targets of many databases: each of them
 */
public record StatusFacts(
    Optional<Problem> problem,
    String database,
    Optional<String> version,
    List<MigrationFact> migrations,
    Optional<Problem> obstacle,
    List<InterruptedFact> interrupted,
    List<String> invalidIndexes,
    List<String> drift,
    boolean driftChecked,
    List<TableFact> tables,
    boolean rowsExact,
    List<String> lookAlikes,
    String next,
    List<String> notes,
    List<TargetFact> targets) {
  public StatusFacts {
    migrations = List.copyOf(migrations);
    interrupted = List.copyOf(interrupted);
    invalidIndexes = List.copyOf(invalidIndexes);
    drift = List.copyOf(drift);
    tables = List.copyOf(tables);
    lookAlikes = List.copyOf(lookAlikes);
    notes = List.copyOf(notes);
    targets = List.copyOf(targets);
  }

  /**
   * A migration, in the folder or in the history.
   *
   * @param script its path within the migrations folder
   * @param version nothing for a repeatable one
   * @param status {@code applied}, {@code pending}, {@code failed}, {@code changed}, {@code
   *     missing}, {@code ahead}, {@code out-of-order} …
   * @param on when it ran, ISO 8601
   */
  public record MigrationFact(
      String script, Optional<String> version, String status, Optional<String> on) {
    static MigrationFact read(Json json) {
      return new MigrationFact(
          json.text("script"),
          json.optionalText("version"),
          json.text("status"),
          json.optionalText("on"));
    }

    /** Whether it stands so. */
    public boolean is(String word) {
      return status.equals(word);
    }
  }

  /**
   * A migration that runs statement by statement, and that a deploy has begun and not ended.
   *
   * @param script its path within the migrations folder
   * @param done how many of its statements remain applied
   * @param statements how many it consists of
   * @param unknown whether the next one was started and nobody saw it end
   */
  public record InterruptedFact(String script, long done, long statements, boolean unknown) {
    static InterruptedFact read(Json json) {
      return new InterruptedFact(
          json.text("script"),
          json.number("done"),
          json.number("statements"),
          json.flag("unknown"));
    }
  }

  /** A table; an absent number where its rows could not be counted. */
  public record TableFact(String table, OptionalLong rows) {
    static TableFact read(Json json) {
      return new TableFact(json.text("table"), json.optionalNumber("rows"));
    }
  }

  /**
   * One of many databases, or one schema of a database.
   *
   * @param name by which it was named
   * @param standing {@code current}, {@code behind}, {@code drifted}, {@code blocked} or {@code
   *     unreachable}
   * @param version that it is at; nothing without a history
   * @param pending the scripts that are pending
   * @param drift how it differs from what its applied migrations build
   * @param driftChecked whether it was compared
   */
  public record TargetFact(
      String name,
      String standing,
      Optional<String> version,
      List<String> pending,
      List<String> drift,
      boolean driftChecked) {
    public TargetFact {
      pending = List.copyOf(pending);
      drift = List.copyOf(drift);
    }

    static TargetFact read(Json json) {
      return new TargetFact(
          json.text("name"),
          json.text("standing"),
          json.optionalText("version"),
          json.texts("pending"),
          json.texts("drift"),
          json.flag("driftChecked"));
    }
  }

  /** Reads a report; fails with {@code UnexpectedJson} where it is not one. */
  public static StatusFacts read(Json report) {
    return new StatusFacts(
        Problems.in(report),
        report.optionalObject("database").map(it -> it.text("url")).orElse(""),
        report.optionalText("version"),
        report.objects("migrations").stream().map(MigrationFact::read).toList(),
        report.optionalObject("obstacle").map(Problems::read),
        report.objects("interrupted").stream().map(InterruptedFact::read).toList(),
        report.texts("invalidIndexes"),
        report.texts("drift"),
        report.flag("driftChecked"),
        report.objects("tables").stream().map(TableFact::read).toList(),
        report.flag("rowsExact"),
        report.texts("lookAlikes"),
        report.optionalText("next").orElse(""),
        report.texts("notes"),
        report.objects("targets").stream().map(TargetFact::read).toList());
  }

  /** Whether the report is about databases: not where the goal stopped before it knew any. */
  public boolean isComplete() {
    return !database.isEmpty() || !targets.isEmpty();
  }

  /** The migrations that stand so, as {@code pending}. */
  public List<MigrationFact> with(String status) {
    return migrations.stream().filter(migration -> migration.is(status)).toList();
  }

  /** All drift; of many databases with the name of each before its lines. */
  public List<String> allDrift() {
    var ofTargets =
        targets.stream()
            .flatMap(target -> target.drift().stream().map(line -> target.name() + ": " + line));
    return Stream.concat(drift.stream(), ofTargets).toList();
  }

  /** Whether all databases were compared, so that no drift means that there is none. */
  public boolean allDriftChecked() {
    return targets.isEmpty() ? driftChecked : targets.stream().allMatch(TargetFact::driftChecked);
  }

  /** How many migrations are pending; of many databases all together. */
  public long pending() {
    return with("pending").size()
        + targets.stream().mapToLong(target -> target.pending().size()).sum();
  }
}
