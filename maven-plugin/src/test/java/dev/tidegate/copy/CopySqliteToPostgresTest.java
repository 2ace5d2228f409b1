package dev.tidegate.copy;

import static dev.tidegate.copy.Databases.copy;
import static dev.tidegate.copy.Databases.execute;
import static dev.tidegate.copy.Databases.options;
import static dev.tidegate.copy.Databases.rows;
import static dev.tidegate.copy.Databases.sqlite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.copy.CopyOptions.BadValues;
import dev.tidegate.copy.CopyOptions.Mode;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From SQLite into tables of PostgreSQL that are there. */
class CopySqliteToPostgresTest {
  private Path folder;
  private ScratchDatabase database;
  private ConnectionSettings source;
  private ConnectionSettings target;

  @BeforeEach
  void open(@TempDir Path temporary) {
    folder = temporary;
    source = sqlite(folder.resolve("source.db"));
    database = TestPostgres.database(17);
    target = database.settings();
  }

  private void use(int major) {
    database.close();
    database = TestPostgres.database(major);
    target = database.settings();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void copiesValuesOfEveryType(int major) throws SQLException {
    use(major);
    execute(
        source,
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY, b, s, i, l, r, d, n, v, c, x BLOB, u, j, jb, da, ti, ts, tz, e, a, iv, ip);
        INSERT INTO t VALUES (1, 1, 32767, -2147483648, 9223372036854775807, 0.5, 0.1, '12345.678',
          'größe', 'ab', x'00ff', '0123456789abcdef0123456789ABCDEF', '{"a": [1, 2.50]}', '{"b":1,"a":1.0}',
          '2024-02-29', '23:59:59.999999', '2024-01-31 12:00:00.5', '2024-01-31T12:00:00+02:00', 'new',
          '["x","y\\"z",null]', '1 day 02:00', '10.0.0.0/8');
        INSERT INTO t VALUES (2, 'false', -32768, 0, -9223372036854775807 - 1, -0.25, 1e300, -0.05, '', '', x'', x'00112233445566778899aabbccddeeff',
          'null', '[]', '0001-01-01', '00:00', 1706702400123, '2024-01-31', 'old', '{}', '-1 mon', '::1');
        INSERT INTO t (id) VALUES (3);
        """);
    execute(
        target,
        """
        CREATE TYPE mood AS ENUM ('new', 'old');
        CREATE DOMAIN short AS varchar(5);
        CREATE TABLE t (id int PRIMARY KEY, b boolean, s smallint, i int, l bigint, r real, d double precision,
          n numeric(10,3), v short, c char(4), x bytea, u uuid, j json, jb jsonb, da date, ti time, ts timestamp(3),
          tz timestamptz, e mood, a text[], iv interval, ip inet);
        """);

    copy(source, target, options(folder));

    assertThat(
            rows(
                target,
                "SELECT b,s,i,l,r,d,n,v,c,x,u,j,jb,da,ti,ts,tz AT TIME ZONE 'UTC',e,a,iv,ip FROM t ORDER BY id"))
        .containsExactly(
            "t|32767|-2147483648|9223372036854775807|0.5|0.1|12345.678|größe|ab  |\\x00ff|"
                + "01234567-89ab-cdef-0123-456789abcdef|{\"a\": [1, 2.50]}|{\"a\": 1.0, \"b\": 1}|"
                + "2024-02-29|23:59:59.999999|2024-01-31 12:00:00.5|2024-01-31 10:00:00|new|"
                + "{x,\"y\\\"z\",NULL}|1 day 02:00:00|10.0.0.0/8",
            "f|-32768|0|-9223372036854775808|-0.25|1e+300|-0.050||    |\\x|"
                + "00112233-4455-6677-8899-aabbccddeeff|null|[]|0001-01-01|00:00:00|"
                + "2024-01-31 12:00:00.123|2024-01-31 00:00:00|old|{}|-1 mons|::1",
            "null" + "|null".repeat(20));
  }

  @Test
  void leavesTheSourceFileAsItWas() throws Exception {
    execute(source, "CREATE TABLE t (id INTEGER PRIMARY KEY);\nINSERT INTO t VALUES (1);\n");
    execute(target, "CREATE TABLE t (id int PRIMARY KEY);\n");
    var before = Files.readAllBytes(folder.resolve("source.db"));

    copy(source, target, options(folder));

    assertThat(Files.readAllBytes(folder.resolve("source.db"))).isEqualTo(before);
  }

  @Test
  void listsEveryValueThatDoesNotFitAndChangesNothing() throws SQLException {
    execute(
        source,
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY, i, v, d);
        INSERT INTO t VALUES (1, 2147483648, 'ok', '2024-01-01');
        INSERT INTO t VALUES (2, '12abc', CAST(x'61ff' AS TEXT), '2024-02-30');
        INSERT INTO t VALUES (3, 1.5, CAST(x'6100' AS TEXT), '2024-01-01');
        INSERT INTO t VALUES (4, x'00', 'longer than five', 'today');
        INSERT INTO t VALUES (5, 5, 'five!', NULL);
        """);
    execute(target, "CREATE TABLE t (id int PRIMARY KEY, i int, v varchar(5), d date);\n");

    assertThatThrownBy(() -> copy(source, target, options(folder)))
        .hasMessageContainingAll(
            "TG-4102 9 values do not fit the target",
            "t.i (integer): number out of range, which is -2147483648 to 2147483647, 1 value",
            "id=1 (INTEGER): 2147483648 (INTEGER)",
            "t.v (character varying(5)): not valid UTF-8, 1 value",
            "text with a NUL character, which PostgreSQL cannot hold",
            "text longer than 5 characters",
            "not a day of the calendar",
            "not a date or time in ISO form",
            "rolled back; nothing was changed");
    assertThat(rows(target, "SELECT count(*) FROM t")).containsExactly("0");
  }

  @Test
  void writesRowsThatDoNotFitToAFile() throws Exception {
    execute(
        source,
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY, i);
        INSERT INTO t VALUES (1, 1), (2, 'x'), (3, 3);
        """);
    execute(target, "CREATE TABLE t (id int PRIMARY KEY, i int);\n");

    var result = copy(source, target, options(folder, Mode.INSERT, BadValues.REJECT));

    assertThat(rows(target, "SELECT id FROM t ORDER BY id")).containsExactly("1", "3");
    assertThat(result.tables().get(0).rejected()).isEqualTo(1);
    assertThat(Files.readString(Path.of(result.rejectFiles().get(0))))
        .isEqualTo(
            "{\"reason\":\"i: TEXT that is not a whole number\",\"row\":{\"id\":2,\"i\":\"x\"}}\n");
  }

  @Test
  void writesRowsToTheFileAsTheSourceHasThem() throws Exception {
    execute(source, "CREATE TABLE t (v, a, i);\nINSERT INTO t VALUES (5, '[1,2]', 'x');\n");
    execute(target, "CREATE TABLE t (v text, a int[], i int);\n");

    var result = copy(source, target, options(folder, Mode.INSERT, BadValues.REJECT));

    assertThat(Files.readString(Path.of(result.rejectFiles().get(0))))
        .contains("\"row\":{\"v\":5,\"a\":\"[1,2]\",\"i\":\"x\"}");
  }

  @Test
  void namesTheColumnThatOnlyPostgresCanRead() throws SQLException {
    execute(source, "CREATE TABLE t (a, b);\nINSERT INTO t VALUES ('10.0.0.1', 'nowhere');\n");
    execute(target, "CREATE TABLE t (a inet, b inet);\n");

    assertThatThrownBy(() -> copy(source, target, options(folder)))
        .hasMessageContainingAll("TG-4102", "a value of public.t.b is no inet", "\"nowhere\"");
  }

  @Test
  void namesTheTableWhoseConstraintRefuses() throws SQLException {
    execute(source, "CREATE TABLE t (a);\nINSERT INTO t VALUES (-1);\n");
    execute(target, "CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 0));\n");

    assertThatThrownBy(() -> copy(source, target, options(folder)))
        .hasMessageContainingAll("TG-4105", "refused rows of public.t", "\"positive\"");
  }

  @Test
  void refusesATargetThatIsNotEmpty() throws SQLException {
    execute(source, "CREATE TABLE t (id INTEGER PRIMARY KEY);\nINSERT INTO t VALUES (1);\n");
    execute(target, "CREATE TABLE t (id int PRIMARY KEY);\nINSERT INTO t VALUES (7), (8);\n");

    assertThatThrownBy(() -> copy(source, target, options(folder)))
        .hasMessageContainingAll("TG-4001", "public.t -- 2 rows", "nothing was changed");
  }

  @Test
  void mapsCamelCaseToSnakeCaseAndListsWhatHasNoPlace() throws SQLException {
    execute(
        source,
        """
        CREATE TABLE "UserAccount" (id INTEGER PRIMARY KEY, "createdAt" TEXT, legacy TEXT);
        INSERT INTO "UserAccount" VALUES (1, '2024-01-01', 'x');
        CREATE TABLE nowhere (id INTEGER);
        """);
    execute(target, "CREATE TABLE user_account (id int, created_at date, note text);\n");

    var result = copy(source, target, options(folder));

    assertThat(rows(target, "SELECT * FROM user_account")).containsExactly("1|2024-01-01|null");
    assertThat(result.unmapped()).containsExactly("nowhere");
    assertThat(result.tables().get(0).leftOut()).containsExactly("legacy");
    assertThat(result.tables().get(0).unfilled()).containsExactly("note");
  }

  @Test
  void refusesAColumnThatNothingFills() throws SQLException {
    execute(source, "CREATE TABLE t (id INTEGER PRIMARY KEY);\n");
    execute(target, "CREATE TABLE t (id int PRIMARY KEY, must text NOT NULL);\n");

    assertThatThrownBy(() -> copy(source, target, options(folder)))
        .hasMessageContainingAll(
            "TG-4101",
            "column public.t.must is NOT NULL without a default, and t has no column for it");
  }

  @Test
  void copiesTablesThatReferToEachOther() throws SQLException {
    execute(
        source,
        """
        CREATE TABLE staff (id INTEGER PRIMARY KEY, store_id INTEGER);
        CREATE TABLE store (id INTEGER PRIMARY KEY, boss_id INTEGER);
        INSERT INTO staff VALUES (1, 1);
        INSERT INTO store VALUES (1, 1);
        """);
    execute(
        target,
        """
        CREATE TABLE staff (id int PRIMARY KEY, store_id int NOT NULL);
        CREATE TABLE store (id int PRIMARY KEY, boss_id int NOT NULL REFERENCES staff);
        ALTER TABLE staff ADD CONSTRAINT works_at FOREIGN KEY (store_id) REFERENCES store;
        COMMENT ON CONSTRAINT works_at ON staff IS 'kept';
        """);

    copy(source, target, options(folder));

    assertThat(
            rows(
                target,
                "SELECT conname, convalidated, obj_description(oid) FROM pg_constraint WHERE contype = 'f' ORDER BY 1"))
        .containsExactly("store_boss_id_fkey|t|null", "works_at|t|kept");
  }

  @Test
  void changesNothingWhenAForeignKeyDoesNotHold() throws SQLException {
    execute(
        source,
        """
        CREATE TABLE parent (id INTEGER PRIMARY KEY);
        CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER);
        INSERT INTO child VALUES (1, 42);
        """);
    execute(
        target,
        """
        CREATE TABLE parent (id int PRIMARY KEY);
        CREATE TABLE child (id int PRIMARY KEY, parent_id int REFERENCES parent);
        """);

    assertThatThrownBy(() -> copy(source, target, options(folder)))
        .hasMessageContainingAll(
            "TG-4105", "Key (parent_id)=(42)", "rolled back; nothing was changed");
    assertThat(rows(target, "SELECT count(*) FROM child")).containsExactly("0");
  }

  @Test
  void setsSequencesBehindTheRows() throws SQLException {
    execute(
        source,
        """
        CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, n);
        INSERT INTO a VALUES (41, 1), (99, 1);
        DELETE FROM a WHERE id = 99;
        CREATE TABLE b (id INTEGER PRIMARY KEY);
        INSERT INTO b VALUES (7);
        CREATE TABLE c (id INTEGER PRIMARY KEY);
        """);
    execute(
        target,
        """
        CREATE TABLE a (id int GENERATED ALWAYS AS IDENTITY, n int);
        CREATE TABLE b (id serial);
        CREATE TABLE c (id int GENERATED BY DEFAULT AS IDENTITY (START 5));
        """);

    copy(source, target, options(folder));

    execute(
        target,
        "INSERT INTO a DEFAULT VALUES;\nINSERT INTO b DEFAULT VALUES;\nINSERT INTO c DEFAULT VALUES;\n");
    assertThat(
            rows(
                target,
                "SELECT (SELECT max(id) FROM a), (SELECT max(id) FROM b), (SELECT id FROM c)"))
        .containsExactly("100|8|5");
  }

  @Test
  void setsASequenceThatTablesShareBehindAllOfThem() throws SQLException {
    execute(
        source,
        """
        CREATE TABLE a (id INTEGER PRIMARY KEY);
        CREATE TABLE b (id INTEGER PRIMARY KEY);
        INSERT INTO a VALUES (500);
        INSERT INTO b VALUES (3);
        """);
    execute(
        target,
        """
        CREATE SEQUENCE shared;
        CREATE TABLE a (id bigint DEFAULT nextval('shared'));
        CREATE TABLE b (id bigint DEFAULT nextval('shared'));
        """);

    copy(source, target, options(folder));

    assertThat(rows(target, "SELECT nextval('shared')")).containsExactly("501");
  }

  @Test
  void doesNotWaitLongForALock() throws SQLException {
    execute(source, "CREATE TABLE a (id INTEGER PRIMARY KEY);\nINSERT INTO a VALUES (3);\n");
    execute(target, "CREATE TABLE a (id int);\n");
    try (var other = Connections.open(target)) {
      other.setAutoCommit(false);
      Sql.execute(other, "LOCK TABLE a");

      assertThatThrownBy(() -> copy(source, target, options(folder)))
          .hasMessageContainingAll("TG-4105", "lock", "55P03", "-Dtidegate.lockTimeout=");
    }
  }

  @Test
  void neverSetsASequenceBack() throws SQLException {
    execute(source, "CREATE TABLE a (id INTEGER PRIMARY KEY);\nINSERT INTO a VALUES (3);\n");
    execute(target, "CREATE TABLE a (id serial);\nSELECT setval('a_id_seq', 1000);\n");

    copy(source, target, options(folder));

    assertThat(rows(target, "SELECT nextval('a_id_seq')")).containsExactly("1001");
  }

  @Test
  void copiesNumbersThatTheSequenceCouldNotGive() throws SQLException {
    execute(source, "CREATE TABLE a (id INTEGER PRIMARY KEY);\nINSERT INTO a VALUES (-3);\n");
    execute(target, "CREATE TABLE a (id serial);\n");

    copy(source, target, options(folder));

    assertThat(rows(target, "SELECT nextval('a_id_seq')")).containsExactly("1");
  }

  @Test
  void writesOverTheSameKeys() throws SQLException {
    execute(
        source,
        "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT, ip TEXT);\nINSERT INTO t VALUES (1, 'new', '::1'), (2, 'b', NULL);\n");
    execute(
        target,
        "CREATE TABLE t (id int PRIMARY KEY, v text, ip inet);\nINSERT INTO t VALUES (1, 'old', NULL), (3, 'kept', NULL);\n");

    copy(source, target, options(folder, Mode.UPSERT, BadValues.FAIL));

    assertThat(rows(target, "SELECT * FROM t ORDER BY id"))
        .containsExactly("1|new|::1", "2|b|null", "3|kept|null");
  }

  @Test
  void refusesNumbersThatDoNotSayTheirUnit() throws SQLException {
    execute(
        source,
        "CREATE TABLE t (id INTEGER PRIMARY KEY, at);\nINSERT INTO t VALUES (1, 1700000000), (2, 1700000000000);\n");
    execute(target, "CREATE TABLE t (id int PRIMARY KEY, at timestamptz);\n");

    assertThatThrownBy(() -> copy(source, target, options(folder)))
        .hasMessageContainingAll(
            "TG-4102",
            "t.at: of 2 numbers 1 would be plausible as seconds",
            "-Dtidegate.timestamps=t.at=ms");
  }

  @Test
  void refusesTriggersThatWouldChangeRows() throws SQLException {
    execute(source, "CREATE TABLE t (id INTEGER PRIMARY KEY);\n");
    execute(
        target,
        "CREATE TABLE t (id int PRIMARY KEY);\nCREATE TRIGGER stamp BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();\n");

    assertThatThrownBy(() -> copy(source, target, options(folder)))
        .hasMessageContainingAll("TG-4105", "trigger stamp on public.t would fire");
  }

  @Test
  void notesNumbersInAColumnOfJson() throws SQLException {
    execute(
        source,
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY, j JSONB);
        INSERT INTO t VALUES (1, '1.50'), (2, 1), (3, 'true'), (4, '[]'), (5, NULL);
        """);
    execute(target, "CREATE TABLE t (id int PRIMARY KEY, j jsonb);\n");

    var result = copy(source, target, options(folder));

    assertThat(rows(target, "SELECT j FROM t ORDER BY id"))
        .containsExactly("1.5", "1", "true", "[]", "null");
    assertThat(result.notes())
        .containsExactly(
            "t.j: 2 values not stored as JSON text became JSON numbers, as they are stored");
  }

  @Test
  void notesAColumnThatTheTargetComputes() throws SQLException {
    execute(source, "CREATE TABLE t (id INTEGER, twice INTEGER);\nINSERT INTO t VALUES (2, 5);\n");
    execute(target, "CREATE TABLE t (id int, twice int GENERATED ALWAYS AS (id * 2) STORED);\n");

    var result = copy(source, target, options(folder));

    assertThat(rows(target, "SELECT * FROM t")).containsExactly("2|4");
    assertThat(result.tables().get(0).computed()).containsExactly("twice");
  }

  @Test
  void readsUtf16() throws SQLException {
    execute(
        source,
        "PRAGMA encoding = 'UTF-16le';\nCREATE TABLE t (v TEXT);\nINSERT INTO t VALUES ('grüße 😀'), ('');\n");
    execute(target, "CREATE TABLE t (v text);\n");

    copy(source, target, options(folder));

    assertThat(rows(target, "SELECT v FROM t ORDER BY v DESC")).containsExactly("grüße 😀", "");
  }

  @Test
  void refusesASourceThatWasLeftInAWrite() throws Exception {
    execute(source, "CREATE TABLE t (v TEXT);\n");
    Files.write(folder.resolve("source.db-journal"), new byte[] {(byte) 0xd9, (byte) 0xd5, 5});

    assertThatThrownBy(() -> copy(source, target, options(folder)))
        .hasMessageContainingAll("TG-4104", "-journal holds a write that was cut short");
  }
}
