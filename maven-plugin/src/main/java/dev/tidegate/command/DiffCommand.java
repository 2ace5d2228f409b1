package dev.tidegate.command;

import dev.tidegate.diff.Fingerprint;
import dev.tidegate.diff.Pair;
import dev.tidegate.jdbc.Product;
import dev.tidegate.plan.Strategy;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.render.Statement;
import dev.tidegate.report.DiffReport;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.source.DeclaredPlaces;
import dev.tidegate.source.State;
import dev.tidegate.source.StateInScratch;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Compares two states; writes and proves the SQL that turns one into the other. */
public final class DiffCommand {
  private final Clock clock;

  /** A command that names migrations by this clock. */
  public DiffCommand(Clock clock) {
    this.clock = clock;
  }

  /** Compares, plans, proves, writes where asked, and says what was found. */
  public DiffReport run(DiffRequest request) {
    var engine = new Engine(request.workspace(), request.target());
    var states = engine.states(request.from(), request.to());
    UntrustedFiles.refuseLinks(request.workspace(), states.from());
    UntrustedFiles.refuseLinks(request.workspace(), states.to());
    var product = product(request, states);
    nameLive(request, states);
    try (var scratch = engine.scratch(product)) {
      var read = engine.read(scratch, states);
      try (var from = read.from();
          var to = read.to()) {
        return compare(request, scratch, new Pair<>(from, to), states);
      }
    }
  }

  private DiffReport compare(
      DiffRequest request, Scratch scratch, Pair<StateInScratch> states, Pair<State> named) {
    var words = named.map(State::word);
    var schemas = states.map(StateInScratch::schema);
    var unmodelled = Unmodelled.in(schemas);
    var refusal =
        request.demands().strict() ? unmodelled.problem(words) : Optional.<Problem>empty();
    var answered = Renames.of(request.renames(), states.to().marks(), schemas);
    var notes = notes(states);
    notes.addAll(answered.notes());
    var work =
        new SchemaDiff(scratch, Engine.scope(request.workspace()), strategy(request, scratch));
    Supplier<SchemaDiff.Result> plan =
        () -> work.of(schemas, states.from().database(), answered.renames());
    var diff = refusal.isEmpty() ? plan.get() : orNoted(plan, notes);
    notes.addAll(diff.notes());
    verify(request, scratch, states, diff);
    Optional<List<Statement>> back =
        Optional.of(diff)
            .filter(it -> request.way().rollback() && !it.statements().isEmpty())
            .map(it -> work.back(schemas, states.from().database(), answered.renames(), it))
            .map(SchemaDiff.Result::statements);
    var prints = schemas.map(it -> Fingerprint.of(scratch.dialect().diffRules(), it));
    var asked = refusal.isEmpty() ? request : request.onlyShown();
    var places = DeclaredPlaces.in(scratch.dialect().product(), named.to());
    var outcome = new Outcome(words, places, diff, unmodelled, notes, refusal, prints);
    return report(asked, scratch, outcome, files(asked, outcome, back));
  }

  /** What was found and proved, before anything is written. */
  private record Outcome(
      Pair<String> words,
      DeclaredPlaces places,
      SchemaDiff.Result diff,
      Unmodelled unmodelled,
      List<String> notes,
      Optional<Problem> refusal,
      Pair<String> prints) {}

  /** The way there, and the way back where it is asked for. */
  private record Files(
      List<MigrationWriter.Written> there, Optional<DiffReport.RollbackEntry> back) {}

  /** Only now, when all of it has been proved. */
  private Files files(DiffRequest asked, Outcome outcome, Optional<List<Statement>> back) {
    var writer = new MigrationWriter(asked, clock);
    var statements = outcome.diff().statements();
    var prints = outcome.prints();
    var there = writer.write(statements, new ProvedStates(prints.from(), prints.to()));
    var lost = WayBack.lost(statements);
    return new Files(
        there,
        back.map(
            it -> {
              var files = writer.writeBack(it, WayBack.heading(outcome.words(), lost), there);
              return new DiffReport.RollbackEntry(WayBack.entries(files), lost);
            }));
  }

  private static DiffReport report(
      DiffRequest request, Scratch scratch, Outcome outcome, Files files) {
    var diff = outcome.diff();
    var words = outcome.words();
    var product = scratch.dialect().product();
    var written = files.there().stream().flatMap(file -> file.path().stream()).findFirst();
    return new DiffReport(
        words.from(),
        words.to(),
        product.name().toLowerCase(Locale.ROOT),
        product.label() + " " + scratch.version(),
        diff.statements().stream().map(it -> entry(it, outcome.places())).toList(),
        scratch.dialect().renderer().script(diff.statements()),
        diff.questions().stream().map(DiffReport.Question::of).toList(),
        new DiffReport.Fingerprints(outcome.prints().from(), outcome.prints().to()),
        outcome.unmodelled().all(),
        outcome.notes(),
        written.map(Path::toString),
        WayBack.entries(files.there()),
        files.back(),
        outcome
            .refusal()
            .or(
                () ->
                    diff.statements().isEmpty() || !request.failOnDiff()
                        ? Optional.empty()
                        : Optional.of(CommandProblems.statesDiffer(words, written))));
  }

  private static DiffReport.StatementEntry entry(Statement statement, DeclaredPlaces places) {
    var place =
        places.of(statement.object()).map(it -> new DiffReport.PlaceEntry(it.file(), it.line()));
    return DiffReport.StatementEntry.of(statement, place);
  }

  /** SQLite has no such tool; its databases are compared by the inspector alone. */
  private static void verify(
      DiffRequest request, Scratch scratch, Pair<StateInScratch> states, SchemaDiff.Result diff) {
    if (request.demands().verifyWithPgDump() && scratch.dialect().product() == Product.POSTGRESQL) {
      var witness = new DumpWitness(scratch, request.workspace().privileges());
      witness.requireProgram();
      witness.require(states.from().database(), states.to().database(), diff.statements());
    }
  }

  /** What is not modelled can stand in the plan's way: then the report has only its name. */
  private static SchemaDiff.Result orNoted(Supplier<SchemaDiff.Result> plan, List<String> notes) {
    try {
      return plan.get();
    } catch (TidegateException e) {
      notes.add(CommandProblems.planNotProved(e.problem()));
      return new SchemaDiff.Result(List.of(), List.of(), List.of());
    }
  }

  private static List<String> notes(Pair<StateInScratch> states) {
    var notes = new LinkedHashSet<>(states.from().notes());
    notes.addAll(states.to().notes());
    return new ArrayList<>(notes);
  }

  private static Strategy strategy(DiffRequest request, Scratch scratch) {
    var major = Integer.parseInt(scratch.version().split("\\.")[0]);
    return new Strategy(request.way().online(), request.way().expand(), major);
  }

  /** The dialect of the SQL: as asked, else of the target, else of either state. */
  private static Product product(DiffRequest request, Pair<State> states) {
    if (request.dialect().isPresent()) {
      return Product.valueOf(request.dialect().get().toUpperCase(Locale.ROOT));
    }
    return request
        .target()
        .map(target -> target.product())
        .or(() -> live(states.to()))
        .or(() -> live(states.from()))
        .orElse(Product.POSTGRESQL);
  }

  /** Says which databases will be looked at, before they are. */
  private static void nameLive(DiffRequest request, Pair<State> states) {
    Stream.of(states.from(), states.to())
        .filter(State.Live.class::isInstance)
        .map(state -> ((State.Live) state).settings())
        .distinct()
        .forEach(
            settings ->
                Target.named(
                    "diff", Target.forLooking(settings, request.workspace()), request.workspace()));
  }

  private static Optional<Product> live(State state) {
    return state instanceof State.Live live
        ? Optional.of(live.settings().product())
        : Optional.empty();
  }
}
