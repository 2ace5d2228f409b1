package dev.tidegate.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.Product;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredPlacesTest {
  private static final String SCHEMA =
      """
      -- people
      CREATE TABLE public.users (
        id integer PRIMARY KEY,
        "full name" text, age numeric(5, 2) CHECK (age > 0),
        CONSTRAINT grown CHECK (age > 17)
      );

      CREATE INDEX by_age ON users (age);
      CREATE TABLE one_line (a int, b int);
      ALTER TABLE one_line ADD CONSTRAINT positive CHECK (a > 0);
      CREATE OR REPLACE FUNCTION twice(n integer) RETURNS integer
        LANGUAGE sql AS 'SELECT n * 2; SELECT n';
      CREATE TRIGGER watch BEFORE UPDATE ON users EXECUTE FUNCTION f();
      CREATE TYPE mood AS ENUM ('glad');
      """;

  private final Path folder;

  DeclaredPlacesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Optional<String> place(ObjectKind kind, String... path) throws IOException {
    var file = Files.writeString(folder.resolve("schema.sql"), SCHEMA);
    var places = DeclaredPlaces.in(Product.POSTGRESQL, new State.SqlFiles("db/schema.sql", file));
    return places.of(ObjectId.of(kind, path)).map(it -> it.file() + ":" + it.line());
  }

  @Test
  void findsWhatAStatementMakes() throws IOException {
    assertThat(place(ObjectKind.TABLE, "public", "users")).contains("db/schema.sql:2");
    assertThat(place(ObjectKind.INDEX, "public", "by_age")).contains("db/schema.sql:8");
    assertThat(place(ObjectKind.FUNCTION, "public", "twice", "(integer)"))
        .contains("db/schema.sql:11");
    assertThat(place(ObjectKind.ENUM, "public", "mood")).contains("db/schema.sql:14");
  }

  @Test
  void findsTheLineOfAColumnAndOfAConstraint() throws IOException {
    assertThat(place(ObjectKind.COLUMN, "public", "users", "id")).contains("db/schema.sql:3");
    assertThat(place(ObjectKind.COLUMN, "public", "users", "full name"))
        .contains("db/schema.sql:4");
    assertThat(place(ObjectKind.COLUMN, "public", "users", "age")).contains("db/schema.sql:4");
    assertThat(place(ObjectKind.CHECK, "public", "users", "grown")).contains("db/schema.sql:5");
    assertThat(place(ObjectKind.DEFAULT, "public", "one_line", "b")).contains("db/schema.sql:9");
    assertThat(place(ObjectKind.CHECK, "public", "one_line", "positive"))
        .contains("db/schema.sql:10");
    assertThat(place(ObjectKind.TRIGGER, "public", "users", "watch")).contains("db/schema.sql:13");
  }

  @Test
  void pointsAtTheTableOfAPartThatIsNotTold() throws IOException {
    assertThat(place(ObjectKind.COLUMN, "public", "users", "gone")).contains("db/schema.sql:2");
    assertThat(place(ObjectKind.PRIMARY_KEY, "public", "users", "users_pkey"))
        .contains("db/schema.sql:2");
  }

  @Test
  void knowsNothingOfWhatIsNotDeclared() throws IOException {
    assertThat(place(ObjectKind.TABLE, "public", "gone")).isEmpty();
    assertThat(place(ObjectKind.TABLE, "other", "users")).isEmpty();
    assertThat(place(ObjectKind.COLUMN, "public", "gone", "id")).isEmpty();
    assertThat(place(ObjectKind.VIEW, "public", "one_line")).isEmpty();
  }

  @Test
  void namesTheFileOfAFolder() throws IOException {
    Files.createDirectories(folder.resolve("db/more"));
    Files.writeString(folder.resolve("db/a.sql"), "CREATE TABLE a (id int);");
    Files.writeString(folder.resolve("db/more/b.sql"), "\n\nCREATE TABLE B (\n  id int\n);");
    var places = DeclaredPlaces.in(Product.SQLITE, new State.SqlFiles("db/", folder.resolve("db")));
    assertThat(places.of(ObjectId.of(ObjectKind.COLUMN, "B", "id")))
        .contains(new DeclaredPlaces.Place("db/more/b.sql", 4));
  }

  @Test
  void hasNoPlacesWhereTheStateIsNotDeclared() {
    var migrations = new State.Migrations(folder, Optional.empty());
    assertThat(DeclaredPlaces.in(Product.SQLITE, migrations).of(ObjectId.of(ObjectKind.TABLE, "t")))
        .isEmpty();
  }
}
