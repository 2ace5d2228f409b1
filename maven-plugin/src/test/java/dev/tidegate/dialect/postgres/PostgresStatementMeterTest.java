package dev.tidegate.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.plan.Hazard;
import dev.tidegate.render.Cost;
import dev.tidegate.render.Stage;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server is seen to do, on the oldest major, the default and the newest. */
class PostgresStatementMeterTest {
  private static final Stage OUTSIDE = new Stage(1, false, "", "");
  private static final ObjectId T = ObjectId.of(ObjectKind.TABLE, "public", "t");
  private static final ObjectId U = ObjectId.of(ObjectKind.TABLE, "public", "u");

  private static final String FROM =
      """
      CREATE TABLE u (id int PRIMARY KEY);
      CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), u_id int);
      CREATE INDEX t_a ON t (a);
      CREATE VIEW v AS SELECT id FROM t;
      """;

  @ParameterizedTest
  @ValueSource(ints = {14, 17, 18})
  void aColumnTakesTheStrongestLockAndTouchesNoRow(int major) throws SQLException {
    var cost = cost(major, "ALTER TABLE t ADD COLUMN c int DEFAULT 3");

    assertThat(cost).isEqualTo(cost(lock(T, "ACCESS EXCLUSIVE"), List.of(), List.of()));
    assertThat(hazards(major, "ALTER TABLE t ADD COLUMN c int DEFAULT 3"))
        .containsExactly("blocks-reads:public.t brief");
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 17, 18})
  void aColumnWhoseDefaultDiffersByRowWritesTheTableAnew(int major) throws SQLException {
    assertThat(hazards(major, "ALTER TABLE t ADD COLUMN c float8 DEFAULT random()"))
        .containsExactly("table-rewrite:public.t", "blocks-reads:public.t");
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 17, 18})
  void aWiderTextIsFreeAndAWiderNumberIsNot(int major) throws SQLException {
    assertThat(hazards(major, "ALTER TABLE t ALTER b TYPE text"))
        .containsExactly("blocks-reads:public.t brief");
    assertThat(cost(major, "ALTER TABLE t ALTER a TYPE bigint").rewrites()).containsExactly(T);
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 17, 18})
  void notNullReadsTheTableUnlessACheckHasProvedIt(int major) throws SQLException {
    assertThat(hazards(major, "ALTER TABLE t ALTER a SET NOT NULL"))
        .containsExactly("full-scan:public.t", "blocks-reads:public.t");

    var way =
        run(
            major,
            "ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID",
            "ALTER TABLE t VALIDATE CONSTRAINT c",
            "ALTER TABLE t ALTER a SET NOT NULL");

    assertThat(way.get(0).cost().scans()).isEmpty();
    assertThat(way.get(1).cost().scans()).containsExactly(T);
    assertThat(way.get(2).cost().scans()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 17, 18})
  void anIndexKeepsWritersOutWhileItReads(int major) throws SQLException {
    var index = run(major, "CREATE INDEX i ON t (b)").get(0);

    assertThat(index.cost()).isEqualTo(cost(lock(T, "SHARE"), List.of(), List.of(T)));
    assertThat(index.hazards())
        .extracting(Hazard::message)
        .containsExactly("reads the whole table under SHARE", "writers wait while it holds SHARE");
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 17, 18})
  void aForeignKeyLocksBothTablesAndReadsItsOwn(int major) throws SQLException {
    var key = "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (u_id) REFERENCES u (id)";
    var id = ObjectId.of(ObjectKind.FOREIGN_KEY, "public", "t", "f");

    var ran = run(major, new Statement(key, id, List.of())).get(0);

    assertThat(ran.hazards())
        .extracting(PostgresStatementMeterTest::said)
        .containsExactly("full-scan:public.t", "blocks-writes:public.t", "blocks-writes:public.u");
    assertThat(ran.cost().locks())
        .containsExactly(
            new Cost.Lock(T, "SHARE ROW EXCLUSIVE"), new Cost.Lock(U, "SHARE ROW EXCLUSIVE"));
    assertThat(ran.cost().scans()).containsExactly(T);
    assertThat(run(major, new Statement(key + " NOT VALID", id, List.of())).get(0).hazards())
        .extracting(PostgresStatementMeterTest::said)
        .containsExactly("blocks-writes:public.t brief", "blocks-writes:public.u brief");
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 17, 18})
  void whatThePlanCreatesIsLeftOut(int major) throws SQLException {
    var way =
        run(
            major,
            "CREATE TABLE w (id int PRIMARY KEY, a int)",
            "CREATE INDEX w_a ON w (a)",
            "ALTER TABLE w ALTER a SET NOT NULL");

    assertThat(way).extracting(Statement::cost).containsOnly(Cost.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 17, 18})
  void aLockThatIsHeldIsNotTakenAgain(int major) throws SQLException {
    var way =
        run(
            major,
            "ALTER TABLE t ADD COLUMN c int",
            "ALTER TABLE t DROP COLUMN c",
            "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0)");

    assertThat(way.get(1).cost().locks()).isEmpty();
    assertThat(way.get(2).cost().locks()).isEmpty();
    assertThat(way.get(2).hazards())
        .extracting(PostgresStatementMeterTest::said)
        .containsExactly("full-scan:public.t", "blocks-reads:public.t");
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 17, 18})
  void aLongPlanIsMeasuredAsAShortOne(int major) throws SQLException {
    var statements = new ArrayList<String>();
    for (var i = 0; i < 300; i++) {
      statements.add("CREATE TABLE w" + i + " (a int)");
    }
    statements.add("ALTER TABLE t ADD COLUMN c int");
    statements.add("ALTER TABLE t ALTER a SET NOT NULL");
    statements.add("ALTER TABLE t ALTER b SET NOT NULL");

    var way = run(major, statements.toArray(String[]::new));

    assertThat(way.get(300).cost().locks()).containsExactly(new Cost.Lock(T, "ACCESS EXCLUSIVE"));
    assertThat(way.get(301).cost()).isEqualTo(cost(List.of(), List.of(), List.of(T)));
    assertThat(way.get(302).cost()).isEqualTo(cost(List.of(), List.of(), List.of(T)));
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 17, 18})
  void aTableIsCalledAsItWasBeforeTheStatement(int major) throws SQLException {
    var way = run(major, "ALTER TABLE t RENAME TO s", "ALTER TABLE s ALTER a SET NOT NULL");

    assertThat(way.get(0).cost().locks()).containsExactly(new Cost.Lock(T, "ACCESS EXCLUSIVE"));
    assertThat(way.get(1).cost().scans())
        .containsExactly(ObjectId.of(ObjectKind.TABLE, "public", "s"));
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 17, 18})
  void droppingATableLocksWhatItRefersTo(int major) throws SQLException {
    var from = FROM + "CREATE TABLE c (u_id int REFERENCES u);";

    assertThat(run(major, from, List.of(statement("DROP TABLE c"))).get(0).cost().locks())
        .containsExactly(new Cost.Lock(U, "ACCESS EXCLUSIVE"));
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 17, 18})
  void aConcurrentIndexIsKnownAndNotMeasured(int major) throws SQLException {
    var id = ObjectId.of(ObjectKind.INDEX, "public", "i");
    var create = new Statement("CREATE INDEX CONCURRENTLY i ON t (b)", id, List.of(), OUTSIDE);
    var old = ObjectId.of(ObjectKind.INDEX, "public", "t_a");
    var drop = new Statement("DROP INDEX CONCURRENTLY t_a", old, List.of(), OUTSIDE);

    var way = run(major, create, drop);

    var lock = List.of(new Cost.Lock(T, "SHARE UPDATE EXCLUSIVE"));
    assertThat(way.get(0).cost()).isEqualTo(new Cost(false, lock, List.of(), List.of(T)));
    assertThat(way.get(1).cost()).isEqualTo(new Cost(false, lock, List.of(), List.of()));
  }

  private static Cost cost(List<Cost.Lock> locks, List<ObjectId> rewrites, List<ObjectId> scans) {
    return new Cost(true, locks, rewrites, scans);
  }

  private static List<Cost.Lock> lock(ObjectId relation, String mode) {
    return List.of(new Cost.Lock(relation, mode));
  }

  private static Cost cost(int major, String sql) throws SQLException {
    return run(major, sql).get(0).cost();
  }

  private static List<String> hazards(int major, String sql) throws SQLException {
    return run(major, sql).get(0).hazards().stream().map(PostgresStatementMeterTest::said).toList();
  }

  private static String said(Hazard hazard) {
    return hazard.approval() + (hazard.brief() ? " brief" : "");
  }

  private static Statement statement(String sql) {
    return new Statement(sql, T, List.of());
  }

  private static List<Statement> run(int major, String... sql) throws SQLException {
    return run(major, FROM, List.of(sql).stream().map(it -> statement(it)).toList());
  }

  private static List<Statement> run(int major, Statement... statements) throws SQLException {
    return run(major, FROM, List.of(statements));
  }

  private static List<Statement> run(int major, String from, List<Statement> statements)
      throws SQLException {
    try (ScratchDatabase database = TestPostgres.database(major);
        var connection = database.connect()) {
      execute(connection, from);
      var meter = TestPostgres.dialect().meter(connection);
      var ran = new ArrayList<Statement>();
      for (var statement : statements) {
        if (connection.getAutoCommit() == statement.transactional()) {
          connection.setAutoCommit(!statement.transactional());
        }
        meter.before(statement);
        execute(connection, statement.sql());
        ran.add(meter.after(statement));
      }
      connection.setAutoCommit(true);
      return ran;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
