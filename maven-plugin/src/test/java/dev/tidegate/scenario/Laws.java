package dev.tidegate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.command.Renames;
import dev.tidegate.command.SchemaDiff;
import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.diff.Pair;
import dev.tidegate.diff.Rename;
import dev.tidegate.jdbc.Product;
import dev.tidegate.plan.HazardType;
import dev.tidegate.plan.Strategy;
import dev.tidegate.render.Script;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.source.sql.SqlScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds for every pair of states, whoever wrote them. A case cannot forget to ask: the harness
 * asserts all of it for scenarios and for random schemas alike.
 */
public final class Laws {
  private final Scratch scratch;
  private final Dialect dialect;

  /** Laws on the databases of this scratch. */
  public Laws(Scratch scratch) {
    this.scratch = scratch;
    this.dialect = scratch.dialect();
  }

  /**
   * Two states in SQL, rows that live in the first, the renames that a user answers, and what else
   * is asked for.
   */
  public record Case(String from, String to, String rows, List<String> renames, Settings settings) {

    /** A case in which nothing else is asked for. */
    public Case(String from, String to, String rows, List<String> renames) {
      this(from, to, rows, renames, new Settings(false, List.of(), List.of()));
    }
  }

  /**
   * Whether privileges are compared, the roles that the server has to have, and the columns that
   * change their type by way of a new one.
   */
  public record Settings(boolean privileges, List<String> roles, List<String> expand) {
    Scope scope() {
      return new Scope(List.of(), List.of(), privileges);
    }
  }

  /** What the diff said; {@code online} is the same where there is no other way. */
  public record Said(SchemaDiff.Result simple, SchemaDiff.Result online) {}

  /** Asserts every law, for each strategy, and returns what the diff said. */
  public Said check(Case it) throws SQLException {
    it.settings().roles().forEach(scratch::provideRole);
    var scope = it.settings().scope();
    try (var from = build(it.from() + "\n" + it.rows());
        var to = build(it.to())) {
      var schemas = new Pair<>(inspect(from, scope), inspect(to, scope));
      assertThat(schemas.from().unmodelled()).isEmpty();
      assertThat(schemas.to().unmodelled()).isEmpty();
      assertThat(dialect.diff(new Pair<>(schemas.from(), inspect(from, scope)))).isEmpty();
      assertThat(dialect.diff(new Pair<>(schemas.to(), inspect(to, scope)))).isEmpty();
      assertThat(sql(dialect.statements(schemas)))
          .as("the same input gives the same bytes")
          .isEqualTo(sql(dialect.statements(schemas)));
      var marks = SqlScript.split(dialect.product(), "to.sql", it.to()).marks();
      var renames = Renames.of(it.renames(), marks, schemas).renames();
      // The diff proves its plan on a copy of from, with the rows in it.
      var simple = diff(scope, Strategy.simple()).of(schemas, from, renames);
      var online = simple;
      if (dialect.product() == Product.POSTGRESQL) {
        online = online(it, schemas, from, renames).orElse(simple);
      }
      assertLossIsNamed(schemas, renames, simple.statements());
      new ProbeLaws(from).check(simple.statements());
      new ProbeLaws(from).check(online.statements());
      assertRowsSurvive(from, schemas, renames, simple.statements(), scope);
      return new Said(simple, online);
    }
  }

  /** The online way; empty where it is the simple one. */
  private Optional<SchemaDiff.Result> online(
      Case it, Pair<Schema> schemas, ScratchDatabase from, List<Rename> renames)
      throws SQLException {
    var major = Integer.parseInt(scratch.version().split("\\.")[0]);
    var strategy = new Strategy(true, it.settings().expand(), major);
    if (script(dialect.statements(schemas, strategy)).equals(script(dialect.statements(schemas)))) {
      return Optional.empty();
    }
    var result = diff(it.settings().scope(), strategy).of(schemas, from, renames);
    assertLossIsNamed(schemas, renames, result.statements());
    assertFilesAreOfOneMind(result.statements());
    try (var copy = scratch.copyOf(from)) {
      assertRowsSurvive(copy, schemas, renames, result.statements(), it.settings().scope());
    }
    return Optional.of(result);
  }

  /** Flyway refuses a file of both kinds; those it does not know by their words it is told of. */
  private static void assertFilesAreOfOneMind(List<Statement> statements) {
    for (var part : Script.parts(statements)) {
      var concurrent =
          part.statements().stream()
              .filter(it -> it.sql().matches("(CREATE|DROP)( UNIQUE)? INDEX CONCURRENTLY .*"))
              .count();
      assertThat(concurrent).isIn(0L, (long) part.statements().size());
      assertThat(concurrent > 0 && part.stage().transactional()).isFalse();
    }
  }

  private String script(List<Statement> statements) {
    return dialect.renderer().script(statements);
  }

  private SchemaDiff diff(Scope scope, Strategy strategy) {
    return new SchemaDiff(scratch, scope, strategy);
  }

  /**
   * What the probes of these statements count in another database of the first state, with these
   * rows in it, for which the plan was not proved. It fails there if, and only if, a probe has
   * counted what it may fail on.
   */
  List<String> counts(Case it, String live, List<Statement> statements) throws SQLException {
    try (var database = build(it.from() + "\n" + live)) {
      var probes = new ProbeLaws(database);
      var counts = probes.check(statements);
      probes.assertFailsAsCounted(statements, counts);
      return counts.stream().map(ProbeLaws.Count::line).toList();
    }
  }

  private static List<String> sql(List<Statement> statements) {
    return statements.stream().map(Statement::sql).toList();
  }

  private ScratchDatabase build(String script) throws SQLException {
    var database = scratch.create();
    try (var connection = database.connect()) {
      run(connection, script);
    }
    return database;
  }

  private void run(Connection connection, String script) throws SQLException {
    if (script.isBlank()) {
      return;
    }
    try (var statement = connection.createStatement()) {
      // Both drivers run a whole script, PostgreSQL's only by execute, SQLite's only by this.
      if (dialect.product() == Product.SQLITE) {
        statement.executeUpdate(script);
      } else {
        statement.execute(script);
      }
    }
  }

  private Schema inspect(ScratchDatabase database, Scope scope) throws SQLException {
    try (var connection = database.connect()) {
      return dialect.inspector().inspect(connection, scope);
    }
  }

  /**
   * Every table and column that goes is named by a hazard, unless a rename explains it. A generated
   * column holds nothing of its own.
   */
  private static void assertLossIsNamed(
      Pair<Schema> schemas, List<Rename> renames, List<Statement> statements) {
    var named =
        statements.stream()
            .flatMap(statement -> statement.hazards().stream())
            .filter(hazard -> hazard.type().destroysData())
            .collect(
                Collectors.groupingBy(
                    hazard -> hazard.object(),
                    Collectors.mapping(hazard -> hazard.type(), Collectors.toSet())));
    for (var object : schemas.from().objects().values()) {
      var id = Rename.after(object.id(), renames);
      if (schemas.to().holds(id) || isForeign(schemas.from(), object.id())) {
        continue;
      }
      if (object instanceof Table) {
        assertThat(named.getOrDefault(id, Set.of()))
            .as("%s is dropped", id)
            .contains(HazardType.DROP_TABLE);
      }
      if (object instanceof Column column
          && schemas.to().holds(Rename.after(column.table(), renames))
          && !column.inherited()
          && column.generated().isEmpty()) {
        assertThat(named.getOrDefault(id, Set.of()))
            .as("%s is dropped", id)
            .contains(HazardType.DROP_COLUMN);
      }
    }
  }

  /** A foreign table, or a column of one: their rows lie elsewhere and stay. */
  private static boolean isForeign(Schema schema, ObjectId id) {
    return schema.find(id).stream()
        .flatMap(it -> Stream.concat(Stream.of(it), it.parent().flatMap(schema::find).stream()))
        .anyMatch(it -> it instanceof Table table && table.foreign());
  }

  private void assertRowsSurvive(
      ScratchDatabase from,
      Pair<Schema> schemas,
      List<Rename> renames,
      List<Statement> statements,
      Scope scope)
      throws SQLException {
    try (var connection = from.connect()) {
      var kept = new KeptRows(schemas, renames);
      var before = kept.in(connection);
      for (var statement : statements) {
        try (var sql = connection.createStatement()) {
          sql.execute(statement.sql());
        }
      }
      assertThat(kept.after(connection)).as("rows survive").isEqualTo(before);
      assertThat(
              dialect.diff(
                  new Pair<>(dialect.inspector().inspect(connection, scope), schemas.to())))
          .isEmpty();
    }
  }
}
