package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.backup.Backup;
import dev.tidegate.backup.BackupFolder;
import dev.tidegate.backup.Backups;
import dev.tidegate.backup.Loss;
import dev.tidegate.migration.DeployLock;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.report.JsonFormat;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an archive brings back, into which database. */
class RestoreTest {
  /** Every form of value that a binary or a text copy could bend. */
  private static final String MANY_TYPES =
      """
      CREATE SCHEMA "Odd s";
      CREATE TYPE mood AS ENUM ('sad', 'it''s "ok"');
      CREATE TYPE pair AS (a int, b text, m mood);
      CREATE DOMAIN percent AS numeric(5, 2) CHECK (VALUE <= 100);
      CREATE DOMAIN moods AS mood[];
      CREATE TYPE span AS RANGE (subtype = float8);
      CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS
        $$BEGIN NEW.t := 'trigger'; RETURN NEW; END$$;
      CREATE TABLE plain (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, b boolean, i2 smallint, i4 int,
        f4 real, f8 float8, n numeric, t text, c char(5), v varchar(3), by bytea, d date,
        ts timestamp, tz timestamptz, tm time, tmz timetz, iv interval, u uuid, j json, jb jsonb,
        x xml, ip inet, ci cidr, ma macaddr, bi bit(3), vb varbit, mo money, po point, ra int4range,
        ta text[], ia int[][], twice int GENERATED ALWAYS AS (i4 * 2) STORED, ts_v tsvector, o oid,
        m mood);
      INSERT INTO plain (b, i2, i4, f4, f8, n, t, c, v, by, d, ts, tz, tm, tmz, iv, u, j, jb, x, ip,
        ci, ma, bi, vb, mo, po, ra, ta, ia, ts_v, o, m)
      VALUES (true, -32768, 1073741823, 'NaN', '-Infinity', 'NaN', E'tab\\tline\\n\\\\N \\U0001F600',
        'ab', 'x', '\\x00ff0a5c', '4713-01-01 BC', 'infinity', '2024-02-29 12:00:00.123456+05:30',
        '24:00', '12:00+05:30', '1 year -2 days 3.000001 s',
        '00000000-0000-0000-0000-000000000001', '{"a" : 1.50}', '{"a": 1.50}', '<a>é</a>',
        '::1', '10.0.0.0/8', '08:00:2b:01:02:03', '101', '1', '12.34', '(1,2)', '[1,5)',
        ARRAY['a', NULL, ''], '{{1,2},{3,4}}', 'a:1 b:2', 4294967295, 'sad');
      INSERT INTO plain (n, t) VALUES
        ('123456789012345678901234567890.00000000001', repeat('é', 90000));
      CREATE TABLE "Odd s"."Odd ""table" (
        "Key one" int, "key.two" text, p pair, ps pair[], ms moods, pc percent, sp span,
        r regclass, ac aclitem, PRIMARY KEY ("key.two", "Key one"));
      INSERT INTO "Odd s"."Odd ""table" VALUES (1, 'a', (1, 'x,"y', 'sad'),
        ARRAY[(2, NULL, 'it''s "ok"')::pair], '{sad}', 99.99, '[1.5,2]', 'plain', NULL);
      CREATE TABLE parts (k int, v text) PARTITION BY RANGE (k);
      CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (10);
      CREATE TABLE parts_2 PARTITION OF parts FOR VALUES FROM (10) TO (20) PARTITION BY LIST (v);
      CREATE TABLE parts_2a PARTITION OF parts_2 FOR VALUES IN ('a');
      INSERT INTO parts VALUES (1, 'x'), (11, 'a'), (12, 'a');
      CREATE TABLE heir (extra int) INHERITS (parts_base);
      CREATE TABLE child (id serial PRIMARY KEY, plain_id bigint REFERENCES plain, t text);
      CREATE TRIGGER stamps BEFORE INSERT ON child FOR EACH ROW EXECUTE FUNCTION stamp();
      INSERT INTO child (plain_id) VALUES (1), (2), (NULL);
      CREATE INDEX child_t ON child (t);
      CREATE TABLE no_key (a int, b text);
      INSERT INTO no_key VALUES (1, 'x'), (1, 'x');
      CREATE TABLE nothing (a int);
      """
          .replace(
              "CREATE TABLE heir (extra int) INHERITS (parts_base);",
              "CREATE TABLE base (a int); CREATE TABLE heir (extra int) INHERITS (base);"
                  + " INSERT INTO base VALUES (1); INSERT INTO heir VALUES (2, 3);");

  private static final List<String> TABLES =
      List.of(
          "plain",
          "\"Odd s\".\"Odd \"\"table\"",
          "parts",
          "parts_1",
          "parts_2a",
          "ONLY base",
          "heir",
          "child",
          "no_key",
          "nothing");

  private final Path folder;
  private final List<ScratchDatabase> databases = new ArrayList<>();

  RestoreTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void drop() {
    databases.forEach(ScratchDatabase::close);
  }

  private Lab lab(int major) throws IOException {
    var database = TestPostgres.database(major);
    databases.add(database);
    return new Lab(folder.resolve("lab" + databases.size()), database.settings());
  }

  private Backup backup(Lab lab, Loss loss) {
    return new Backups(
            lab.target(),
            Optional.empty(),
            new BackupFolder(folder.resolve("backups")),
            Optional.of(Duration.ofSeconds(2)))
        .take(loss, Backups.Method.TIDEGATE, new BackupSchema(TestPostgres.dialect()));
  }

  private static Loss of(HazardType type, ObjectKind kind, String... path) {
    return Loss.of(List.of(new Hazard(type, ObjectId.of(kind, path), "")));
  }

  /** A table's rows as text, in an order that does not depend on where they lie. */
  private static List<String> rows(Lab lab, String table) throws SQLException {
    return lab.query("SELECT t::text FROM " + table + " t ORDER BY 1");
  }

  @ParameterizedTest
  @CsvSource({"14, 14", "17, 17", "18, 18", "14, 18"})
  void bringsAWholeDatabaseBackIntoAnEmptyOne(int from, int to) throws Exception {
    var lab = lab(from).execute(MANY_TYPES);
    var backup = backup(lab, Loss.ofEverything());
    var empty = lab(to);
    var report = empty.restore(backup.file(), "insert");
    for (var table : TABLES) {
      assertThat(rows(empty, table)).as(table).isEqualTo(rows(lab, table));
    }
    assertThat(report.rows()).isEqualTo(backup.rows()).isEqualTo(13);
    assertThat(empty.query("SELECT nextval('child_id_seq')")).containsExactly("4");
    empty.execute("INSERT INTO plain (i4) VALUES (21)");
    assertThat(empty.query("SELECT id || ' ' || twice FROM plain WHERE i4 = 21"))
        .containsExactly("3 42");
    empty.execute("INSERT INTO child (plain_id) VALUES (1)");
    assertThat(empty.query("SELECT t FROM child WHERE id = 5")).containsExactly("trigger");
    assertThatThrownBy(() -> empty.execute("INSERT INTO child (plain_id) VALUES (99)"))
        .hasMessageContaining("child_plain_id_fkey");
    assertThat(JsonFormat.of(report)).contains("\"goal\": \"copy\"", "\"restored\": {");
  }

  @Test
  void bringsADroppedTableBack() throws Exception {
    var lab = lab(17).execute(MANY_TYPES);
    var before = rows(lab, "child");
    var backup = backup(lab, of(HazardType.DROP_TABLE, ObjectKind.TABLE, "public", "child"));
    lab.execute("DROP TABLE child");
    var report = lab.restore(backup.file(), "insert");
    assertThat(rows(lab, "child")).isEqualTo(before);
    assertThat(report.text()).contains("public.child  made anew");
  }

  @Test
  void fillsATableThatWasMadeAnewWithoutFiringTriggers() throws Exception {
    var lab = lab(17).execute(MANY_TYPES);
    var before = rows(lab, "child");
    var backup = backup(lab, of(HazardType.TRUNCATE, ObjectKind.TABLE, "public", "child"));
    lab.execute("TRUNCATE child RESTART IDENTITY");
    lab.restore(backup.file(), "insert");
    assertThat(rows(lab, "child")).isEqualTo(before);
    assertThat(lab.query("SELECT nextval('child_id_seq')")).containsExactly("4");
    lab.execute("INSERT INTO child (plain_id) VALUES (1)");
    assertThat(lab.query("SELECT t FROM child WHERE id = 5")).containsExactly("trigger");
  }

  @Test
  void putsRowsOfParentAndChildBackInOneTransaction() throws Exception {
    var lab = lab(17).execute(MANY_TYPES);
    var before = List.of(rows(lab, "child"), rows(lab, "plain"));
    var backup = backup(lab, Loss.ofEverything());
    lab.execute("TRUNCATE child, plain");
    assertThatThrownBy(() -> lab.restore(backup.file(), "insert"))
        .hasMessageContainingAll(
            "TG-2403", "public.no_key holds rows", "public.parts_1 holds rows");
    assertThat(rows(lab, "child")).isEmpty();
    lab.execute("TRUNCATE no_key, parts, \"Odd s\".\"Odd \"\"table\", base, heir");
    lab.restore(backup.file(), "insert");
    assertThat(List.of(rows(lab, "child"), rows(lab, "plain"))).isEqualTo(before);
  }

  @Test
  void bringsDeletedRowsBackBesideNewOnes() throws Exception {
    var lab = lab(17).execute(MANY_TYPES);
    var backup = backup(lab, of(HazardType.DELETE, ObjectKind.TABLE, "public", "child"));
    lab.execute("DELETE FROM child WHERE id > 1; INSERT INTO child (plain_id) VALUES (2)");
    lab.restore(backup.file(), "upsert");
    assertThat(lab.query("SELECT id FROM child ORDER BY id")).containsExactly("1", "2", "3", "4");
  }

  @Test
  void replacesRowsOnlyOfTheDatabaseThatIsConfirmed() throws Exception {
    var lab = lab(17).execute(MANY_TYPES);
    var backup = backup(lab, of(HazardType.DELETE, ObjectKind.TABLE, "public", "no_key"));
    lab.execute("INSERT INTO no_key VALUES (2, 'y')");
    assertThatThrownBy(() -> lab.restore(backup.file(), "replace")).hasMessageContaining("TG-4002");
    lab.restore(backup.file(), "replace", lab.target().url().database());
    assertThat(rows(lab, "no_key")).containsExactly("(1,x)", "(1,x)");
  }

  @ParameterizedTest
  @CsvSource({"users, ''", "places, PARTITION BY LIST (id)"})
  void takesNoRowsOfTablesThatReferToWhatItReplaces(String table, String parts) throws Exception {
    var lab =
        lab(17)
            .execute(
                "CREATE TABLE %1$s (id int PRIMARY KEY, name text) %2$s".formatted(table, parts)
                    + (parts.isEmpty() ? "" : "; CREATE TABLE p PARTITION OF places DEFAULT"))
            .execute("INSERT INTO %1$s VALUES (1, 'a'), (2, 'b')".formatted(table))
            .execute(
                "CREATE TABLE orders (id int, user_id int REFERENCES %1$s ON DELETE CASCADE)"
                    .formatted(table))
            .execute("INSERT INTO orders VALUES (1, 1), (2, 2)");
    var held = parts.isEmpty() ? table : "p";
    var name = lab.target().url().database();
    var backup = backup(lab, of(HazardType.DELETE, ObjectKind.TABLE, "public", held));
    lab.execute("UPDATE %s SET name = ''".formatted(table));
    lab.restore(backup.file(), "replace", name);
    assertThat(rows(lab, table)).containsExactly("(1,a)", "(2,b)");
    assertThat(rows(lab, "orders")).containsExactly("(1,1)", "(2,2)");
    lab.execute("INSERT INTO %1$s VALUES (3, 'c')".formatted(table))
        .execute("INSERT INTO orders VALUES (3, 3)");
    assertThatThrownBy(() -> lab.restore(backup.file(), "replace", name))
        .hasMessageContainingAll("TG-2403", "orders_user_id_fkey", "nothing was changed");
    assertThat(rows(lab, "orders")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"replace", "upsert"})
  void asksForTheConsentOfAPersonBeforeAnAgentOverwritesRows(String mode) throws Exception {
    var lab = lab(17).execute("CREATE TABLE t (id int PRIMARY KEY, name text)");
    lab.execute("INSERT INTO t VALUES (1, 'a')");
    var backup = backup(lab, Loss.ofEverything());
    lab.execute("UPDATE t SET name = 'b'; CREATE TABLE flyway_schema_history (a int)");
    var name = lab.target().url().database();
    var agent = new Keyboard(Map.of("CLAUDECODE", "1"), false, Optional.empty());
    assertThatThrownBy(() -> lab.restore(backup.file(), mode, name, false, agent))
        .hasMessageContainingAll("TG-2206", lab.target().url().display());
    assertThat(rows(lab, "t")).containsExactly("(1,b)");
    lab.restore(backup.file(), mode, name, true, agent);
    var words = "yes, take the names of before";
    var told = new Keyboard(agent.environment(), false, Optional.of(words));
    var report = lab.restore(backup.file(), mode, name, false, told);
    assertThat(rows(lab, "t")).containsExactly("(1,a)");
    assertThat(report.text()).contains(words);
    assertThat(lab.query("SELECT words FROM tidegate_consent")).containsExactly(words);
  }

  @Test
  void waitsForNoDeployAndLetsNoneBegin() throws Exception {
    var lab = lab(17).execute("CREATE TABLE t (id int PRIMARY KEY)");
    lab.execute("INSERT INTO t VALUES (1)");
    var backup = backup(lab, Loss.ofEverything());
    lab.execute("TRUNCATE t");
    try (var deploy =
        DeployLock.take(lab.target(), Optional.of("public"), Duration.ZERO, text -> {})) {
      assertThat(deploy.waited()).isFalse();
      assertThatThrownBy(() -> lab.restore(backup.file(), "insert"))
          .hasMessageContainingAll("TG-2113", "nothing was changed");
    }
    lab.restore(backup.file(), "insert");
    assertThat(rows(lab, "t")).containsExactly("(1)");
  }

  @Test
  void putsValuesOfADroppedColumnBesideItsTableWithTheSqlThatPutsThemBack() throws Exception {
    var lab = lab(17).execute(MANY_TYPES);
    var before = lab.query("SELECT id || n::text FROM plain ORDER BY 1");
    var backup = backup(lab, of(HazardType.DROP_COLUMN, ObjectKind.COLUMN, "public", "plain", "n"));
    lab.execute("ALTER TABLE plain DROP COLUMN n");
    var report = lab.restore(backup.file(), "insert");
    assertThat(lab.query("SELECT n FROM plain_restored ORDER BY id").get(0)).isEqualTo("NaN");
    assertThat(report.restored().statements())
        .containsExactly(
            "ALTER TABLE \"public\".\"plain\" ADD COLUMN \"n\" numeric",
            "UPDATE \"public\".\"plain\" t SET \"n\" = r.\"n\" FROM \"public\".\"plain_restored\" r"
                + " WHERE t.\"id\" = r.\"id\"",
            "DROP TABLE \"public\".\"plain_restored\"");
    lab.execute(String.join(";", report.restored().statements()));
    assertThat(lab.query("SELECT id || n::text FROM plain ORDER BY 1")).isEqualTo(before);
  }

  @Test
  void putsValuesIntoAColumnThatIsThereAgainAndKeepsThoseThatAreNew() throws Exception {
    var lab = lab(17).execute(MANY_TYPES);
    var backup = backup(lab, of(HazardType.DROP_COLUMN, ObjectKind.COLUMN, "public", "plain", "t"));
    lab.execute(
        "ALTER TABLE plain DROP COLUMN t; ALTER TABLE plain ADD COLUMN t text;"
            + " UPDATE plain SET t = 'new' WHERE id = 1");
    var report = lab.restore(backup.file(), "insert");
    assertThat(lab.query("SELECT left(t, 3) FROM plain ORDER BY id")).containsExactly("new", "ééé");
    assertThat(report.restored().notes().get(0))
        .startsWith("1 rows of public.plain have other values than the archive and kept them");
    lab.restore(backup.file(), "upsert");
    assertThat(lab.query("SELECT left(t, 3) FROM plain ORDER BY id")).containsExactly("tab", "ééé");
  }

  @Test
  void holdsTheWholeOfATableWithoutKey() throws Exception {
    var lab = lab(17).execute(MANY_TYPES);
    var backup =
        backup(lab, of(HazardType.DROP_COLUMN, ObjectKind.COLUMN, "public", "no_key", "b"));
    assertThat(backup.tables().get(0).columns()).isEmpty();
    lab.execute("ALTER TABLE no_key DROP COLUMN b");
    var report = lab.restore(backup.file(), "insert");
    assertThat(rows(lab, "no_key_restored")).containsExactly("(1,x)", "(1,x)");
    assertThat(report.restored().notes().get(0)).contains("has no primary key");
  }

  @Test
  void holdsKeyAndColumnsOfATypeThatLosesAValue() throws Exception {
    var lab = lab(17).execute(MANY_TYPES);
    var backup = backup(lab, of(HazardType.DROP_TYPE_VALUE, ObjectKind.ENUM, "public", "mood"));
    assertThat(backup.tables())
        .containsExactly(
            new Backup.Held("Odd s.Odd \"table", List.of("Key one", "key.two", "p", "ps", "ms"), 1),
            new Backup.Held("public.plain", List.of("id", "m"), 2));
  }

  @Test
  void bringsADroppedSchemaBackWithItsTypes() throws Exception {
    var lab = lab(17).execute(MANY_TYPES);
    var before = rows(lab, "\"Odd s\".\"Odd \"\"table\"");
    var backup = backup(lab, of(HazardType.DROP_SCHEMA, ObjectKind.NAMESPACE, "Odd s"));
    lab.execute("DROP SCHEMA \"Odd s\" CASCADE; DROP TYPE span; DROP DOMAIN moods");
    lab.restore(backup.file(), "insert");
    assertThat(rows(lab, "\"Odd s\".\"Odd \"\"table\"")).isEqualTo(before);
  }

  @Test
  void bringsADroppedPartitionBack() throws Exception {
    var lab = lab(17).execute(MANY_TYPES);
    var backup = backup(lab, of(HazardType.DROP_TABLE, ObjectKind.TABLE, "public", "parts_2"));
    assertThat(backup.tables()).extracting(Backup.Held::table).containsExactly("public.parts_2a");
    lab.execute("DROP TABLE parts_2");
    lab.restore(backup.file(), "insert");
    assertThat(lab.query("SELECT k FROM parts ORDER BY k")).containsExactly("1", "11", "12");
  }

  @Test
  void changesNothingInADryRun() throws Exception {
    var lab = lab(17).execute(MANY_TYPES);
    var backup = backup(lab, of(HazardType.DROP_TABLE, ObjectKind.TABLE, "public", "no_key"));
    lab.execute("DROP TABLE no_key");
    assertThat(lab.restore(backup.file(), "insert", "", true).text())
        .contains("2 rows of 1 table would be restored to");
    assertThat(lab.query("SELECT to_regclass('no_key') IS NULL")).containsExactly("t");
  }

  @Test
  void refusesAnArchiveThatWasChangedOrCutShort() throws Exception {
    var lab = lab(17).execute(MANY_TYPES);
    var backup = backup(lab, of(HazardType.DROP_TABLE, ObjectKind.TABLE, "public", "no_key"));
    var bytes = Files.readAllBytes(Path.of(backup.file()));
    lab.execute("DROP TABLE no_key");
    // behind the header of the first file in the zip, which ends with its name
    for (var at = 45; at < 60; at++) {
      try (var file = new RandomAccessFile(backup.file(), "rw")) {
        file.seek(at);
        file.write(bytes[at] ^ 0xff);
      }
      assertThatThrownBy(() -> lab.restore(backup.file(), "insert"))
          .hasMessageContaining("TG-2402");
      Files.write(Path.of(backup.file()), bytes);
    }
    Files.write(Path.of(backup.file()), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> lab.restore(backup.file(), "insert")).hasMessageContaining("TG-2402");
    assertThat(lab.query("SELECT to_regclass('no_key') IS NULL")).containsExactly("t");
  }

  @Test
  void refusesAnEarlierServer() throws Exception {
    var backup = backup(lab(18).execute("CREATE TABLE t (a int)"), Loss.ofEverything());
    var older = lab(14);
    assertThatThrownBy(() -> older.restore(backup.file(), "insert"))
        .hasMessageContainingAll("TG-2403", "it was read from PostgreSQL 18", "this is 14");
  }

  @Test
  void restoresNothingWhereOneRowIsRefused() throws Exception {
    var lab = lab(17).execute(MANY_TYPES);
    var backup = backup(lab, Loss.ofEverything());
    var other = lab(17).execute("CREATE TABLE no_key (a int CHECK (a > 5), b text)");
    assertThatThrownBy(() -> other.restore(backup.file(), "insert"))
        .hasMessageContainingAll("TG-2403", "no_key_a_check", "rolled back; nothing was changed");
    assertThat(other.query("SELECT to_regclass('plain') IS NULL")).containsExactly("t");
  }

  @Test
  void failsWhereATableIsLocked() throws Exception {
    var lab = lab(17).execute(MANY_TYPES);
    try (var other = dev.tidegate.jdbc.Connections.open(lab.target())) {
      other.setAutoCommit(false);
      other.createStatement().execute("LOCK TABLE no_key");
      assertThatThrownBy(() -> backup(lab, Loss.ofEverything()))
          .hasMessageContainingAll("TG-2401", "lock timeout", "nothing was applied");
    }
    assertThat(folder.resolve("backups")).doesNotExist();
  }
}
