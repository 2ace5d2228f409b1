package dev.tidegate.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Hazard;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scripts that people read. */
class PostgresScriptTest {
  private static final int MAJOR = 18;

  @Test
  void writesATableInOneStatement() throws SQLException {
    assertThat(
            script(
                "",
                "CREATE TABLE users (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                    + " \"Name\" varchar(40) DEFAULT 'it''s' NOT NULL CHECK (\"Name\" <> ''));"))
        .isEqualTo(
            """
            CREATE TABLE public.users (
              id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
              "Name" character varying(40) DEFAULT 'it''s'::character varying NOT NULL,
              CONSTRAINT users_pkey PRIMARY KEY (id),
              CONSTRAINT "users_Name_check" CHECK ((("Name")::text <> ''::text))
            );
            """);
  }

  @Test
  void namesWhatADropDestroysAboveIt() throws SQLException {
    assertThat(script("CREATE TABLE t (a integer, b text);", "CREATE TABLE t (a integer);"))
        .isEqualTo(
            """
            -- hazard drop-column public.t.b: deletes the column and what it holds
            ALTER TABLE public.t DROP COLUMN b;
            """);
  }

  @Test
  void swapsAnEnumThatLosesALabel() throws SQLException {
    var way =
        PostgresWay.between(
            MAJOR,
            new Pair<>(
                "CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (m mood DEFAULT 'a');",
                "CREATE TYPE mood AS ENUM ('a'); CREATE TABLE t (m mood DEFAULT 'a');"));

    assertThat(way.statements())
        .extracting(statement -> statement.sql())
        .containsExactly(
            "ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT",
            "ALTER TYPE public.mood RENAME TO mood_before",
            "CREATE TYPE public.mood AS ENUM ('a')",
            "ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood",
            "DROP TYPE public.mood_before",
            "ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'a'::public.mood");
    assertThat(approvals(way)).contains("drop-type-value:public.mood");
  }

  @Test
  void saysWhatANarrowerTypeMayDo() throws SQLException {
    var way =
        PostgresWay.between(
            MAJOR,
            new Pair<>("CREATE TABLE t (a bigint);", "CREATE TABLE t (a integer NOT NULL);"));

    assertThat(approvals(way))
        .containsExactly(
            "narrow-type:public.t.a",
            "may-fail-on-data:public.t.a",
            "breaks-readers:public.t.a",
            "may-fail-on-data:public.t.a");
  }

  @Test
  void findsNoHazardInALongerText() throws SQLException {
    var way =
        PostgresWay.between(
            MAJOR, new Pair<>("CREATE TABLE t (a varchar(9));", "CREATE TABLE t (a varchar(90));"));

    assertThat(approvals(way)).containsExactly("breaks-readers:public.t.a");
  }

  @Test
  void findsNoLocksOnTablesThatThePlanCreates() throws SQLException {
    var way =
        PostgresWay.between(
            MAJOR,
            new Pair<>(
                "",
                "CREATE TABLE p (a integer PRIMARY KEY); CREATE TABLE c (a integer REFERENCES p);"
                    + " CREATE INDEX i ON c (a);"));

    assertThat(approvals(way)).isEmpty();
  }

  @Test
  void continuesCountingWhereRowsAreNumbered() throws SQLException {
    assertThat(
            script(
                "CREATE TABLE t (a integer NOT NULL);",
                "CREATE TABLE t (a integer GENERATED ALWAYS AS IDENTITY);"))
        .isEqualTo(
            """
            ALTER TABLE public.t ALTER COLUMN a ADD GENERATED ALWAYS AS IDENTITY;

            SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.t', 'a'), max(a)) \
            FROM public.t HAVING max(a) >= 1;
            """);
  }

  private static String script(String from, String to) throws SQLException {
    return PostgresWay.between(MAJOR, new Pair<>(from, to)).script();
  }

  private static List<String> approvals(PostgresWay way) {
    return way.statements().stream()
        .flatMap(statement -> statement.hazards().stream())
        .map(Hazard::approval)
        .toList();
  }
}
