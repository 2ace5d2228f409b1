package dev.tidegate.corpus;

import dev.tidegate.command.SchemaDiff;
import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.dialect.postgres.PgDumpWitness;
import dev.tidegate.diff.Pair;
import dev.tidegate.jdbc.Product;
import dev.tidegate.plan.Strategy;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.render.Statement;
import dev.tidegate.scenario.KeptRows;
import dev.tidegate.schema.Schema;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.source.sql.Missing;
import dev.tidegate.source.sql.ScriptRunner;
import dev.tidegate.source.sql.SqlScript;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes one pair of schemas forth and back, and says what came of it. */
final class PairCheck {
  private final Scratch scratch;
  private final Scope scope;
  private final Dialect dialect;
  private final Optional<Dump> dump;

  PairCheck(Scratch scratch, Scope scope, Optional<Dump> dump) {
    this.scratch = scratch;
    this.scope = scope;
    this.dialect = scratch.dialect();
    this.dump = dump;
  }

  /** A database with what it holds, as the inspector and as the dump see it. */
  private record Side(ScratchDatabase database, Schema schema, List<String> dump)
      implements AutoCloseable {
    @Override
    public void close() {
      database.close();
    }
  }

  /** The plan of one direction, or why there is none. */
  private record Attempt(
      String direction, Optional<List<Statement>> plan, Optional<Verdict> verdict, long millis) {}

  /** The verdicts on both directions. The rows live in {@code from}. */
  List<Verdict> check(String name, Path folder) throws IOException, InterruptedException {
    var from = Pairs.read(folder, "from.sql") + "\n" + Pairs.read(folder, "rows.sql");
    try (var before = side(from);
        var after = side(Pairs.read(folder, "to.sql"))) {
      var sides = new Pair<>(before, after);
      var forth = attempt(name, "forth", sides);
      var back = attempt(name, "back", sides.reversed());
      return List.of(judge(name, forth, sides), judge(name, back, sides.reversed()));
    } catch (SQLException | RuntimeException e) {
      var reason = "the pair cannot be judged: " + e;
      return Pairs.directions()
          .map(it -> new Verdict(name, it, Verdict.Outcome.WRONG, "load", reason, 0, 0))
          .toList();
    }
  }

  private Side side(String script) throws SQLException, IOException, InterruptedException {
    var database = scratch.create();
    try (var connection = database.connect()) {
      new ScriptRunner(
              (open, missing) -> {
                if (missing instanceof Missing.Role role) {
                  scratch.provideRole(role.name());
                }
                return false;
              })
          .run(connection, "script", SqlScript.split(Product.POSTGRESQL, "script", script));
      var schema = dialect.inspector().inspect(connection, scope);
      return new Side(database, schema, dumpOf(database));
    } catch (SQLException | IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private List<String> dumpOf(ScratchDatabase database) throws IOException, InterruptedException {
    return dump.isPresent() ? dump.get().of(database.settings()) : List.of();
  }

  private Attempt attempt(String name, String direction, Pair<Side> sides) {
    var start = System.nanoTime();
    var schemas = sides.map(Side::schema);
    var unread = new ArrayList<>(schemas.from().unmodelled());
    unread.addAll(schemas.to().unmodelled());
    if (!unread.isEmpty()) {
      var code = ProblemCode.OBJECTS_NOT_MODELLED.id();
      return attempt(name, direction, Verdict.Outcome.REFUSED, code, unread.toString(), start);
    }
    try {
      var result =
          new SchemaDiff(scratch, scope, Strategy.simple())
              .of(schemas, sides.from().database(), List.of());
      return new Attempt(
          direction, Optional.of(result.statements()), Optional.empty(), millisSince(start));
    } catch (TidegateException e) {
      var problem = e.problem();
      var reason = problem.summary() + ": " + problem.detail();
      return attempt(name, direction, Verdict.Outcome.REFUSED, problem.code().id(), reason, start);
    } catch (RuntimeException e) {
      return attempt(name, direction, Verdict.Outcome.WRONG, "crash", e.toString(), start);
    }
  }

  private static Attempt attempt(
      String name,
      String direction,
      Verdict.Outcome outcome,
      String code,
      String reason,
      long start) {
    var millis = millisSince(start);
    return new Attempt(
        direction,
        Optional.empty(),
        Optional.of(new Verdict(name, direction, outcome, code, reason, 0, millis)),
        millis);
  }

  /** Applies the plan to the database that it starts from and looks at what it has made. */
  private Verdict judge(String name, Attempt attempt, Pair<Side> sides)
      throws IOException, InterruptedException {
    if (attempt.verdict().isPresent()) {
      return attempt.verdict().get();
    }
    var plan = attempt.plan().orElseThrow();
    var broken = broken(plan, sides);
    var outcome = broken.isPresent() ? Verdict.Outcome.WRONG : Verdict.Outcome.EQUAL;
    return new Verdict(
        name,
        attempt.direction(),
        outcome,
        broken.map(Broken::law).orElse(""),
        broken.map(Broken::reason).orElse(""),
        plan.size(),
        attempt.millis());
  }

  /** A law that does not hold, and how it shows. */
  private record Broken(String law, String reason) {}

  private Optional<Broken> broken(List<Statement> plan, Pair<Side> sides)
      throws IOException, InterruptedException {
    var schemas = sides.map(Side::schema);
    try (var connection = sides.from().database().connect()) {
      var kept = new KeptRows(schemas);
      var before = kept.in(connection);
      apply(connection, plan);
      var remaining =
          dialect.diff(new Pair<>(dialect.inspector().inspect(connection, scope), schemas.to()));
      if (!remaining.isEmpty()) {
        return Optional.of(new Broken("second diff", remaining.toString()));
      }
      if (!before.equals(kept.in(connection))) {
        return Optional.of(new Broken("rows", "not all rows were kept"));
      }
    } catch (SQLException e) {
      return Optional.of(new Broken("apply", String.valueOf(e.getMessage())));
    }
    var reached = dumpOf(sides.from().database());
    var differences = PgDumpWitness.differences(reached, sides.to().dump());
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(new Broken("dump", String.join("\n", differences)));
  }

  private static void apply(Connection connection, List<Statement> plan) throws SQLException {
    for (var statement : plan) {
      try (var sql = connection.createStatement()) {
        sql.execute(statement.sql());
      }
    }
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
