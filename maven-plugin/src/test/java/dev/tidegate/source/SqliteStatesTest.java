package dev.tidegate.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.dialect.Dialects;
import dev.tidegate.dialect.Scope;
import dev.tidegate.dialect.sqlite.SqliteDialect;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.jdbc.Product;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;
import dev.tidegate.schema.View;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchSettings;
import dev.tidegate.scratch.Scratches;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStatesTest {
  private final SqliteDialect dialect = new SqliteDialect();
  private Path folder;
  private Scratch scratch;
  private States states;

  @BeforeEach
  void open(@TempDir Path temporary) {
    folder = temporary;
    scratch =
        Scratches.open(
            dialect,
            new ScratchSettings(
                "embedded",
                Optional.empty(),
                false,
                folder.resolve("cache"),
                coordinates -> List.of(),
                note -> {}));
    states = new States(folder, Path.of("migration"), "schema.sql", Optional.empty());
  }

  @AfterEach
  void close() {
    scratch.close();
  }

  @Test
  void emptyHoldsNothing() {
    assertThat(read("empty").objects()).isEmpty();
  }

  @Test
  void migrationsAndDeclaredSqlBuildTheSame() throws Exception {
    write("migration/V1__a.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY);");
    write("migration/V2__b.sql", "ALTER TABLE a ADD COLUMN b TEXT; CREATE INDEX a_b ON a (b);");
    write("db/1.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY, b TEXT);");
    write("db/2.sql", "CREATE INDEX a_b ON a (b);");

    assertThat(dialect.differing(read("migrations"), read("db"))).isEmpty();
    assertThat(dialect.differing(read("migrations@1"), read("db"))).isNotEmpty();
  }

  @Test
  void anUnknownVersionIsRefused() throws Exception {
    write("migration/V1__a.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY);");

    assertThatThrownBy(() -> read("migrations@2")).hasMessageContaining("TG-2003");
  }

  @Test
  void aFolderThatIsNotThereHoldsNoMigration() {
    try (var state = reader().read(states.parse("migrations"))) {
      assertThat(state.schema().objects()).isEmpty();
      assertThat(state.notes()).singleElement().asString().contains("migration");
    }
  }

  @Test
  void brokenSqlIsNamedWithItsLine() throws Exception {
    write("schema.sql", "CREATE TABLE a (id INTEGER);\n\nCREATE INDEX i ON nowhere (id);");

    assertThatThrownBy(() -> read("schema"))
        .hasMessageContaining("TG-3001 schema.sql line 3")
        .hasMessageContaining("no such table: main.nowhere")
        .hasMessageContaining("nothing was changed");
  }

  @Test
  void aBrokenMigrationIsNamedWithItsLine() throws Exception {
    write("migration/V1__a.sql", "CREATE TABLE a (id INTEGER);\nCREATE INDEX i ON nowhere (id);");

    assertThatThrownBy(() -> read("migrations"))
        .hasMessageContaining("TG-2103 migration V1__a.sql failed at statement 2 (line 2)")
        .hasMessageContaining("nothing was changed");
  }

  @Test
  void aLiveDatabaseIsReadAndRebuiltAndNotTouched() throws Exception {
    var file = folder.resolve("live.db");
    live(
        file, "CREATE TABLE a (id INTEGER PRIMARY KEY, b TEXT); CREATE VIEW v AS SELECT b FROM a;");
    var before = Files.readAllBytes(file);

    try (var state = reader().read(states.parse("live.db"));
        var connection = state.database().connect()) {
      assertThat(state.schema().all(Table.class)).hasSize(1);
      assertThat(state.notes()).isEmpty();
      assertThat(dialect.differing(inspect(connection), state.schema())).isEmpty();
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void pendingMigrationsAreSteppedThrough() throws Exception {
    write("migration/V1__a.sql", "CREATE TABLE a (id INTEGER);");
    write("migration/V2__b.sql", "CREATE TABLE b (id INTEGER);");
    write("migration/V3__c.sql", "DROP TABLE a;");
    write("migration/R__v.sql", "CREATE VIEW v AS SELECT id FROM b;");
    var all = MigrationFolder.read(folder.resolve("migration"));
    var pending = all.files().subList(1, 4);
    var seen = new ArrayList<String>();

    new PendingStates(scratch, Optional.empty())
        .walk(
            all,
            pending,
            new PendingStates.Observer() {
              @Override
              public void before(Connection connection) throws SQLException {
                seen.add("before " + names(connection));
              }

              @Override
              public void after(MigrationFile file, Connection connection) throws SQLException {
                seen.add(file.script() + " " + names(connection));
              }
            });

    assertThat(seen)
        .containsExactly("before [a]", "V2__b.sql [a, b]", "V3__c.sql [b]", "R__v.sql [b, v]");
  }

  private List<String> names(Connection connection) throws SQLException {
    return inspect(connection).objects().values().stream()
        .filter(object -> object instanceof Table || object instanceof View)
        .map(object -> object.id().name())
        .sorted()
        .toList();
  }

  private Schema inspect(Connection connection) throws SQLException {
    return dialect.inspector().inspect(connection, Scope.all());
  }

  private Schema read(String word) {
    try (var state = reader().read(states.parse(word))) {
      return state.schema();
    }
  }

  private StateReader reader() {
    return new StateReader(
        new Dialects(Map.of(Product.SQLITE, dialect)), scratch, Scope.all(), Optional.empty());
  }

  private static void live(Path file, String sql) throws Exception {
    var settings = ConnectionSettings.of(DatabaseUrl.parse(file.toString(), file), "a test");
    try (var connection = Connections.open(settings);
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private void write(String name, String sql) throws Exception {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, sql);
  }
}
