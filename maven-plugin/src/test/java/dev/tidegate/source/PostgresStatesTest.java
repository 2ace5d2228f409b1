package dev.tidegate.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.dialect.Dialects;
import dev.tidegate.dialect.Scope;
import dev.tidegate.dialect.postgres.PostgresDialect;
import dev.tidegate.dialect.sqlite.SqliteDialect;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.jdbc.Product;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.Scratches;
import dev.tidegate.scratch.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresStatesTest {
  private final PostgresDialect dialect = new PostgresDialect();
  private Scratch scratch;
  private Path folder;
  private States states;

  @BeforeAll
  void open() {
    scratch = Scratches.open(dialect, TestPostgres.settings(17, false));
  }

  @AfterAll
  void close() {
    scratch.close();
  }

  @BeforeEach
  void prepare(@TempDir Path temporary) {
    folder = temporary;
    states = new States(folder, Path.of("migration"), "schema.sql", Optional.empty());
  }

  @Test
  void declaredSqlIsTakenFromWhereItWasKeptTheNextTime() throws Exception {
    write("schema.sql", "CREATE TABLE a (id int, made text DEFAULT '" + System.nanoTime() + "');");

    var first = read("schema", Optional.empty());

    assertThat(dialect.differing(first, read("schema", Optional.empty()))).isEmpty();
    assertThat(first.all(Column.class)).hasSize(2);
  }

  @Test
  void namesWithoutANameSpaceBelongWhereTheUrlSays() throws Exception {
    write("schema.sql", "CREATE TABLE a (id int);");
    write("migration/V1__a.sql", "CREATE TABLE a (id int);");

    var declared = read("schema", Optional.of("app"));

    assertThat(declared.all(Table.class))
        .extracting(table -> table.id().display())
        .containsExactly("app.a");
    assertThat(dialect.differing(declared, read("migrations", Optional.of("app")))).isEmpty();
  }

  @Test
  void rolesThatMigrationsNameAreProvided() throws Exception {
    var role = "role_" + System.nanoTime();
    write("migration/V1__a.sql", "CREATE TABLE a (id int);\nGRANT SELECT ON a TO " + role + ";");

    assertThat(read("migrations", Optional.empty()).all(Table.class)).hasSize(1);
  }

  @Test
  void aRoleThatAnotherStateHasMadeMayBeMadeAgain() throws Exception {
    var role = "role_" + System.nanoTime();
    var sql =
        "CREATE TABLE a (id int);\n-- one for all\nCREATE ROLE %s NOLOGIN;\nGRANT SELECT ON a TO %s;"
            .formatted(role, role);
    write("schema.sql", sql + "\nCREATE TABLE b (id int);");
    write("migration/V1__a.sql", sql);
    read("migrations", Optional.empty());
    write("migration/V2__b.sql", "CREATE TABLE b (id int);");

    var migrated = read("migrations", Optional.empty());

    assertThat(migrated.all(Table.class)).hasSize(2);
    assertThat(dialect.differing(migrated, read("schema", Optional.empty()))).isEmpty();
  }

  @Test
  void aStateThatWasKeptSaysWhatTheOneThatWasBuiltSaid() throws Exception {
    write(
        "schema.sql",
        "SET no_such_setting_here = 1;\nCREATE TABLE a (t text DEFAULT '%s');"
            .formatted(System.nanoTime()));

    var built = notes("schema");

    assertThat(built).hasSize(1).first().asString().contains("no_such_setting_here");
    assertThat(notes("schema")).isEqualTo(built);
  }

  @Test
  void anExtensionThatTheServerLacksIsNamedWithTheWayOut() throws Exception {
    write("schema.sql", "CREATE EXTENSION no_such_extension;");
    write("migration/V1__a.sql", "CREATE EXTENSION no_such_extension;");

    for (var word : new String[] {"schema", "migrations"}) {
      assertThatThrownBy(() -> read(word, Optional.empty()))
          .hasMessageContaining("TG-1012")
          .hasMessageContaining("no_such_extension")
          .hasMessageContaining("docker");
    }
  }

  @Test
  void aSqliteFileIsSaidInPostgresTerms() throws Exception {
    var url = DatabaseUrl.parse("dev.db", folder);
    try (var connection = Connections.open(ConnectionSettings.of(url, "a test"));
        var statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE a (id INTEGER PRIMARY KEY, b TEXT NOT NULL)");
    }

    var schema = read("dev.db", Optional.empty());

    assertThat(schema.all(Table.class))
        .extracting(table -> table.id().display())
        .containsExactly("public.a");
    assertThat(schema.all(Column.class)).hasSize(2);
  }

  private Schema read(String word, Optional<String> namespace) {
    try (var state = state(word, namespace)) {
      return state.schema();
    }
  }

  private List<String> notes(String word) {
    try (var state = state(word, Optional.empty())) {
      return state.notes();
    }
  }

  private StateInScratch state(String word, Optional<String> namespace) {
    var dialects =
        new Dialects(Map.of(Product.POSTGRESQL, dialect, Product.SQLITE, new SqliteDialect()));
    return new StateReader(dialects, scratch, Scope.all(), namespace).read(states.parse(word));
  }

  private void write(String name, String sql) throws Exception {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, sql);
  }
}
