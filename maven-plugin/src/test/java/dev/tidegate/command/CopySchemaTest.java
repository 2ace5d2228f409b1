package dev.tidegate.command;

import static dev.tidegate.copy.Databases.execute;
import static dev.tidegate.copy.Databases.rows;
import static dev.tidegate.copy.Databases.sqlite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies into databases that have no tables yet. */
class CopySchemaTest {
  private static final String CYCLE =
      """
      CREATE TABLE staff (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,
        store_id INTEGER NOT NULL REFERENCES store);
      CREATE TABLE store (id INTEGER PRIMARY KEY AUTOINCREMENT,
        boss_id INTEGER NOT NULL REFERENCES staff);
      CREATE INDEX staff_name ON staff (name);
      INSERT INTO staff VALUES (7, 'Ada', 3);
      INSERT INTO store VALUES (3, 7);
      """;

  /** Two name spaces, an enum, a cycle, a view, a function with a trigger, and a table aside. */
  private static final String SHOP =
      """
      CREATE SCHEMA shop;
      CREATE TYPE shop.mood AS ENUM ('new', 'old');
      CREATE TABLE shop.customer (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, mood shop.mood,
        best_order int);
      CREATE TABLE shop.orders (id serial PRIMARY KEY, customer_id int NOT NULL REFERENCES shop.customer,
        total numeric(10,2), twice numeric GENERATED ALWAYS AS (total * 2) STORED);
      ALTER TABLE shop.customer ADD FOREIGN KEY (best_order) REFERENCES shop.orders;
      CREATE TABLE public.log (line text);
      CREATE VIEW public.sums AS SELECT sum(total) FROM shop.orders;
      INSERT INTO shop.customer (mood) VALUES ('old'), ('new');
      INSERT INTO shop.orders (customer_id, total) VALUES (2, 12.60), (1, 'NaN');
      UPDATE shop.customer SET best_order = 1 WHERE id = 2;
      INSERT INTO public.log VALUES ('x');
      """;

  private Path folder;
  private CopyLab lab;
  private ScratchDatabase first;
  private ScratchDatabase second;

  @BeforeEach
  void open(@TempDir Path temporary) {
    folder = temporary;
    lab = new CopyLab(folder);
    first = TestPostgres.database(17);
    second = TestPostgres.database(17);
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  private ConnectionSettings file(String name, String script) throws SQLException {
    var file = sqlite(folder.resolve(name));
    execute(file, script);
    return file;
  }

  private ConnectionSettings shop() throws SQLException {
    execute(first.settings(), SHOP);
    return first.settings();
  }

  @Test
  void createsTablesThatReferToEachOther() throws SQLException {
    var report = lab.copy(file("cycle.db", CYCLE), first.settings());

    assertThat(report.created()).isTrue();
    assertThat(
            rows(
                first.settings(),
                "SELECT count(*), bool_and(convalidated) FROM pg_constraint WHERE contype = 'f'"))
        .containsExactly("2|t");
  }

  @Test
  void givesTheNextRowTheNextNumber() throws SQLException {
    lab.copy(file("cycle.db", CYCLE), first.settings());

    execute(first.settings(), "INSERT INTO staff (name, store_id) VALUES ('Bob', 3);\n");

    assertThat(rows(first.settings(), "SELECT id, name FROM staff ORDER BY id"))
        .containsExactly("7|Ada", "8|Bob");
  }

  @Test
  void copiesAPostgresDatabaseWithItsNamespaces() throws SQLException {
    lab.copy(shop(), second.settings());

    assertThat(
            rows(
                second.settings(),
                "SELECT o.id, c.mood, o.total, o.twice, c.best_order FROM shop.orders o JOIN shop.customer c ON c.id = o.customer_id ORDER BY 1"))
        .containsExactly("1|new|12.60|25.20|1", "2|old|NaN|NaN|null");
    execute(second.settings(), "INSERT INTO shop.orders (customer_id) VALUES (1);\n");
    assertThat(rows(second.settings(), "SELECT max(id) FROM shop.orders")).containsExactly("3");
  }

  @Test
  void createsOnlyTheTablesAskedForAndSaysWhatIsMissing() throws SQLException {
    var report = lab.copy(shop(), second.settings(), it -> it.tables("customer"));

    assertThat(
            rows(
                second.settings(),
                "SELECT relname FROM pg_class WHERE relkind IN ('r', 'v') AND relnamespace IN ('shop'::regnamespace, 'public'::regnamespace)"))
        .containsExactly("customer");
    assertThat(rows(second.settings(), "SELECT id, mood FROM shop.customer ORDER BY id"))
        .containsExactly("1|old", "2|new");
    assertThat(report.notes())
        .anyMatch(
            note ->
                note.startsWith("not created, since")
                    && note.contains("table shop.orders")
                    && note.contains("view public.sums"))
        .anyMatch(note -> note.contains("customer_best_order_fkey was not created"));
  }

  @Test
  void leavesOutWhatNeedsAnExcludedTable() throws SQLException {
    lab.copy(shop(), second.settings(), it -> it.exclude("shop.orders"));

    assertThat(
            rows(
                second.settings(),
                "SELECT relname FROM pg_class WHERE relkind IN ('r', 'v') AND relnamespace IN ('shop'::regnamespace, 'public'::regnamespace) ORDER BY 1"))
        .containsExactly("customer", "log");
  }

  @Test
  void checksTablesThatWereThereWhenItCreatesOthers() throws SQLException {
    execute(
        first.settings(), "CREATE TABLE staff (name text);\nINSERT INTO staff VALUES ('Eve');\n");
    var source =
        file(
            "two.db",
            "CREATE TABLE staff (name TEXT);\nCREATE TABLE other (v TEXT);\nINSERT INTO staff VALUES ('Ada');\n");

    assertThatThrownBy(() -> lab.copy(source, first.settings(), it -> it.createSchema("always")))
        .hasMessageContainingAll("TG-4001", "public.staff -- 1 rows");
    assertThat(rows(first.settings(), "SELECT name FROM staff")).containsExactly("Eve");
  }

  @Test
  void createsNothingWhenAValueDoesNotFit() throws SQLException {
    var source =
        file(
            "bad.db",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);\nINSERT INTO t VALUES (1, 'x');\n");

    assertThatThrownBy(() -> lab.copy(source, first.settings()))
        .hasMessageContainingAll("TG-4102", "id=1", "rolled back; nothing was changed");
    assertThat(rows(first.settings(), "SELECT count(*) FROM pg_class WHERE relname = 't'"))
        .containsExactly("0");
  }

  @Test
  void createsNothingInADryRun() throws SQLException {
    lab.copy(file("cycle.db", CYCLE), first.settings(), CopyLab.Asked::dryRun);

    assertThat(rows(first.settings(), "SELECT count(*) FROM pg_class WHERE relname = 'staff'"))
        .containsExactly("0");
  }

  @Test
  void makesNoFileInADryRun() throws SQLException {
    var target = folder.resolve("new.db");

    lab.copy(file("cycle.db", CYCLE), sqlite(target), CopyLab.Asked::dryRun);

    assertThat(target).doesNotExist();
  }

  @Test
  void copiesASqliteFileAsItIs() throws Exception {
    var source = file("cycle.db", CYCLE);
    execute(
        source,
        """
        CREATE TABLE odd (a, b REAL, c TEXT);
        INSERT INTO odd VALUES (x'00ff', 9e999, 'text'), ('12', 1, NULL), (1.5, -0.0, '');
        """);
    var bytes = Files.readAllBytes(folder.resolve("cycle.db"));
    var target = sqlite(folder.resolve("new.db"));

    lab.copy(source, target);

    var query = "SELECT typeof(a), quote(a), quote(b), quote(c) FROM odd";
    assertThat(rows(target, query)).isEqualTo(rows(source, query));
    var schema =
        "SELECT type, name, tbl_name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name";
    assertThat(rows(target, schema)).isEqualTo(rows(source, schema));
    assertThat(rows(target, "SELECT * FROM sqlite_sequence ORDER BY name"))
        .containsExactly("staff|7", "store|3");
    assertThat(Files.readAllBytes(folder.resolve("cycle.db"))).isEqualTo(bytes);
  }

  @Test
  void readsALeftoverLogAndLeavesTheFileAsItIs() throws Exception {
    var source = file("live.db", "PRAGMA journal_mode = WAL;\nCREATE TABLE t (v TEXT);\n");
    execute(source, "INSERT INTO t VALUES ('in the file');\n");
    try (var open = dev.tidegate.jdbc.Connections.open(source);
        var statement = open.createStatement()) {
      statement.execute("INSERT INTO t VALUES ('in the log')");
      Files.copy(folder.resolve("live.db"), folder.resolve("left.db"));
      Files.copy(folder.resolve("live.db-wal"), folder.resolve("left.db-wal"));
    }
    var file = Files.readAllBytes(folder.resolve("left.db"));
    var log = Files.readAllBytes(folder.resolve("left.db-wal"));

    lab.copy(sqlite(folder.resolve("left.db")), first.settings());

    assertThat(rows(first.settings(), "SELECT v FROM t ORDER BY v"))
        .containsExactly("in the file", "in the log");
    assertThat(Files.readAllBytes(folder.resolve("left.db"))).isEqualTo(file);
    assertThat(Files.readAllBytes(folder.resolve("left.db-wal"))).isEqualTo(log);
  }
}
