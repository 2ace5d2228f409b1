package dev.tidegate.action.command;

import dev.tidegate.action.command.ReviewProblems.InFile;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.report.DiffFacts.ChangeFact;
import dev.tidegate.action.report.HazardFact;
import dev.tidegate.action.report.ScriptFact;
import dev.tidegate.action.runner.Annotation;
import dev.tidegate.action.runner.Annotation.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Remarks at the lines of migrations and of the declared schema, beside the change itself. */
final class ReviewAnnotations {
  private static final Pattern FILE = Pattern.compile("[^\\s`'\",;:()]+\\.(?:sql|prisma)");
  private static final Pattern LINE = Pattern.compile("\\bline (\\d{1,6})\\b");

  private final Step step;
  private final ReviewJudgement judgement;

  private ReviewAnnotations(Step step, ReviewJudgement judgement) {
    this.step = step;
    this.judgement = judgement;
  }

  /** Of each hazard, of what no migration holds, and of what could not be done. */
  static List<Annotation> of(Step step, ReviewJudgement judgement) {
    return new ReviewAnnotations(step, judgement).all();
  }

  private List<Annotation> all() {
    var all = new ArrayList<Annotation>();
    judgement.trouble().flatMap(this::ofTrouble).ifPresent(all::add);
    judgement
        .facts()
        .deploy()
        .ifPresent(
            facts ->
                facts
                    .scripts()
                    .forEach(
                        script ->
                            script.hazards().stream()
                                .filter(HazardFact::matters)
                                .forEach(it -> all.add(ofHazard(script, it)))));
    judgement.changes().forEach(change -> all.add(ofChange(change)));
    return all;
  }

  private Annotation ofHazard(ScriptFact script, HazardFact hazard) {
    var inFile = new InFile(script, hazard);
    var stops = judgement.unapproved().contains(inFile) || judgement.notWanted().contains(inFile);
    var level = stops ? Level.ERROR : Level.WARNING;
    return new Annotation(
        level,
        migration(script.script()),
        line(script, hazard),
        hazard.type() + " " + hazard.object(),
        hazard.message() + (hazard.advice().isEmpty() ? "" : "\n" + hazard.advice()));
  }

  private static OptionalInt line(ScriptFact script, HazardFact hazard) {
    var index = hazard.statement().orElse(1) - 1;
    return index >= 0 && index < script.statements().size()
        ? OptionalInt.of(script.statements().get(index).line())
        : OptionalInt.empty();
  }

  private Optional<String> migration(String script) {
    return Checkout.pathOf(step, judgement.facts().migrations().resolve(script));
  }

  private Annotation ofChange(ChangeFact change) {
    return new Annotation(
        judgement.failOn().contains("diff") ? Level.ERROR : Level.WARNING,
        change.place().flatMap(it -> Checkout.pathOf(step, Path.of(it.file()))),
        change.place().map(it -> it.line()).orElse(OptionalInt.empty()),
        change.object() + " has changed, and no migration does so",
        change.sql() + "\n" + judgement.command());
  }

  /** Messages name a file and a line, where they have one. */
  private Optional<Annotation> ofTrouble(Problem problem) {
    var text = problem.text();
    var line = LINE.matcher(text);
    var number =
        line.find() ? OptionalInt.of(Integer.parseInt(line.group(1))) : OptionalInt.empty();
    return FILE.matcher(text)
        .results()
        .flatMap(name -> file(name.group()).stream())
        .findFirst()
        .map(
            file ->
                new Annotation(
                    Level.ERROR,
                    Optional.of(file),
                    number,
                    problem.code() + " " + problem.summary(),
                    String.join("\n", problem.detail())));
  }

  /** A migration, or a file of the project. */
  private Optional<String> file(String name) {
    return Stream.of(judgement.facts().migrations(), step.directory())
        .map(folder -> folder.resolve(name))
        .filter(Files::isRegularFile)
        .findFirst()
        .flatMap(file -> Checkout.pathOf(step, file));
  }
}
