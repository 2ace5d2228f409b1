package dev.tidegate.action.command;

import dev.tidegate.action.command.ReviewProblems.InFile;
import dev.tidegate.action.comment.Verdict;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.report.DeployFacts;
import dev.tidegate.action.report.DiffFacts;
import dev.tidegate.action.report.DiffFacts.ChangeFact;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the facts of a review come to.
 *
 * @param facts what was found
 * @param failOn words of the input {@code fail-on}
 * @param approved hazards approved outside of the migrations, as the plugin takes them
 * @param command writes the missing migration
 * @param schemaNamed whether the input {@code schema} says where the declared schema is
 */
record ReviewJudgement(
    ReviewFacts facts,
    List<String> failOn,
    List<String> approved,
    String command,
    boolean schemaNamed) {
  /** The goal's own refusal of what nobody approved. */
  private static final String NOT_ALLOWED = "TG-3201";

  /** A file that was looked for is not there. */
  private static final String FILE_MISSING = "TG-1008";

  /** Where the plugin looks for the declared schema when nobody names one. */
  private static final Path DEFAULT_SCHEMA = Path.of("src/main/db/schema.sql");

  private static final String MISSING = "no file or folder ";

  ReviewJudgement {
    failOn = List.copyOf(failOn);
    approved = List.copyOf(approved);
  }

  /** What the title says. */
  Verdict verdict() {
    if (trouble().isPresent()) {
      return Verdict.FAILED;
    }
    if (!changes().isEmpty()) {
      return Verdict.NEEDS_MIGRATION;
    }
    if (!unapproved().isEmpty() || !notWanted().isEmpty()) {
      return Verdict.NEEDS_APPROVAL;
    }
    return hasStatements() ? Verdict.READY : Verdict.NO_CHANGE;
  }

  /** Why the step fails: the gravest of what {@code fail-on} names, or what could not be done. */
  Optional<Problem> failure() {
    return trouble()
        .or(() -> when("diff", !changes().isEmpty(), this::schemaWithoutMigration))
        .or(() -> when("hazards", !unapproved().isEmpty(), () -> approvalNeeded().orElseThrow()))
        .or(() -> Optional.of(notWanted()).filter(it -> !it.isEmpty()).map(this::unwanted))
        .or(() -> when("drift", !drift().isEmpty(), () -> ReviewProblems.drift(drift())));
  }

  /** What could not be done, as SQL that is broken; what only waits for an approval is not. */
  Optional<Problem> trouble() {
    return facts
        .deploy()
        .flatMap(DeployFacts::problem)
        .filter(it -> !it.code().equals(NOT_ALLOWED))
        .or(() -> facts.diff().flatMap(DiffFacts::problem).filter(it -> !isWithoutSchema(it)))
        .or(facts::failure);
  }

  /** That there is no declared schema, where none was named: the migrations stand alone. */
  boolean isWithoutSchema() {
    return facts.diff().flatMap(DiffFacts::problem).filter(this::isWithoutSchema).isPresent();
  }

  private boolean isWithoutSchema(Problem problem) {
    return !schemaNamed
        && problem.code().equals(FILE_MISSING)
        && problem.summary().startsWith(MISSING)
        && Path.of(problem.summary().substring(MISSING.length())).endsWith(DEFAULT_SCHEMA)
        && facts.deploy().isPresent();
  }

  /** What is to be said of approvals that are missing. */
  Optional<Problem> approvalNeeded() {
    if (!unapproved().isEmpty()) {
      return facts
          .deploy()
          .flatMap(DeployFacts::problem)
          .filter(it -> it.code().equals(NOT_ALLOWED))
          .map(it -> ReviewProblems.notApproved(it, unapproved()));
    }
    return Optional.of(notWanted()).filter(it -> !it.isEmpty()).map(this::unwanted);
  }

  private Problem unwanted(List<InFile> hazards) {
    return ReviewProblems.hazardNotWanted(hazards);
  }

  private Problem schemaWithoutMigration() {
    return ReviewProblems.schemaWithoutMigration(changes(), command);
  }

  private Optional<Problem> when(
      String word, boolean holds, java.util.function.Supplier<Problem> problem) {
    return holds && failOn.contains(word) ? Optional.of(problem.get()) : Optional.empty();
  }

  /** Statements that no migration holds. */
  List<ChangeFact> changes() {
    return facts.diff().map(DiffFacts::statements).orElse(List.of());
  }

  /** How the database differs from what its migrations build. */
  List<String> drift() {
    return facts.deploy().map(DeployFacts::drift).orElse(List.of());
  }

  boolean hasStatements() {
    return facts.deploy().stream()
        .flatMap(it -> it.scripts().stream())
        .anyMatch(script -> !script.applied());
  }

  /** Those that destroy data, and nobody approved. */
  List<InFile> unapproved() {
    return hazards(it -> it.hazard().destroysData() && !it.hazard().approved());
  }

  /** Those of a type that {@code fail-on} names, which destroy nothing. */
  List<InFile> notWanted() {
    return hazards(
        it ->
            !it.hazard().destroysData()
                && it.hazard().matters()
                && failOn.contains(it.hazard().type())
                && !it.hazard().approved()
                && !approved.contains(it.hazard().type())
                && !approved.contains(it.hazard().type() + ":" + it.hazard().object()));
  }

  private List<InFile> hazards(Predicate<InFile> which) {
    return facts.deploy().stream()
        .flatMap(it -> it.scripts().stream())
        .flatMap(script -> script.hazards().stream().map(it -> new InFile(script, it)))
        .filter(which)
        .toList();
  }

  /** All hazards that matter, of pending files and of what no migration holds. */
  long hazards(boolean onlyDestructive) {
    return Stream.concat(
            hazards(it -> true).stream().map(InFile::hazard),
            changes().stream().flatMap(change -> change.hazards().stream()))
        .filter(it -> onlyDestructive ? it.destroysData() : it.matters())
        .count();
  }
}
