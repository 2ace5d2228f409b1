package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresCausesTest extends CausesContract {
  private final Path folder;
  private final List<ScratchDatabase> databases = new ArrayList<>();

  PostgresCausesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void drop() {
    databases.forEach(ScratchDatabase::close);
  }

  @Override
  Lab lab() {
    var database = TestPostgres.database(17);
    databases.add(database);
    try {
      return new Lab(folder, database.settings());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  String qualified(String name) {
    return "public." + name;
  }

  @Override
  String locked(String table) {
    return " ACCESS EXCLUSIVE on public." + table;
  }

  @Override
  String lockedByRows(String table) {
    return " ROW EXCLUSIVE on public." + table;
  }

  @Override
  String moreStart() {
    return """
        CREATE TYPE mood AS ENUM ('glad', 'sad');
        CREATE SCHEMA attic;
        CREATE TABLE attic.box (id integer);
        CREATE FUNCTION clean() RETURNS void LANGUAGE plpgsql AS
          $$ BEGIN DELETE FROM attic.box; END $$;
        """;
  }

  @Test
  void whatABlockDropsIsToldWithTheBlock() {
    assertThat(
            causes(
                """
                CREATE TABLE fresh (id integer);
                DO $$ BEGIN
                  EXECUTE 'ALTER TABLE users DROP ' || 'COLUMN legacy';
                  DELETE FROM users;
                END $$;
                SELECT clean();
                """))
        .containsEntry("drop-column:public.users.legacy", "2 ACCESS EXCLUSIVE on public.users")
        .containsEntry("delete:public.users", "2 ACCESS EXCLUSIVE on public.users")
        .containsEntry("delete:attic.box", "3 ROW EXCLUSIVE on attic.box");
  }

  @Test
  void whatGoesWithItsSchemaIsToldWithTheSchema() {
    var causes = causes("CREATE TABLE fresh (id integer);\nDROP SCHEMA attic CASCADE;\n");
    assertThat(causes).containsEntry("drop-schema:attic", "2 ACCESS EXCLUSIVE on attic.box");
    assertThat(causes).containsEntry("drop-table:attic.box", "2 ACCESS EXCLUSIVE on attic.box");
  }

  @Test
  void valueOfATypeThatIsMadeAnewGoesWithTheDrop() {
    assertThat(
            causes(
                    """
                ALTER TYPE mood RENAME TO mood_old;
                CREATE TYPE mood AS ENUM ('glad');
                DROP TYPE mood_old;
                """)
                .get("drop-type-value:public.mood"))
        .startsWith("3");
  }

  @Test
  void typeRuleAndRewriteAreToldWithTheirStatement() {
    var causes =
        causes(
            """
            CREATE TABLE fresh (id integer);
            ALTER TABLE users ALTER COLUMN id TYPE bigint;
            ALTER TABLE users ALTER COLUMN name SET NOT NULL;
            ALTER TABLE users ALTER COLUMN other TYPE varchar(5);
            ALTER TABLE old ADD UNIQUE (id);
            """);
    assertThat(causes.get("table-rewrite:public.users")).contains("2 ACCESS EXCLUSIVE");
    assertThat(causes)
        .containsEntry("may-fail-on-data:public.users.name", "3 ACCESS EXCLUSIVE on public.users")
        .containsEntry("narrow-type:public.users.other", "4 ACCESS EXCLUSIVE on public.users");
    assertThat(causes.get("may-fail-on-data:public.old.old_id_key")).startsWith("5 ");
  }

  @Test
  void whatRunsOutsideOfATransactionKnowsItsLock() {
    assertThat(
            causes(
                """
                CREATE INDEX CONCURRENTLY by_name ON users (name);
                CREATE INDEX CONCURRENTLY by_id ON old (id);
                """))
        .containsEntry(
            "not-transactional:public.by_name", "1 SHARE UPDATE EXCLUSIVE on public.users");
  }
}
