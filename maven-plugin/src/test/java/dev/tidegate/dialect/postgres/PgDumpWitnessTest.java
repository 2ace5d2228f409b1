package dev.tidegate.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PgDumpWitnessTest {
  private static final String DUMP =
      """
      --
      -- PostgreSQL database dump
      --
      \\restrict 8QvXo

      SET statement_timeout = 0;
      SELECT pg_catalog.set_config('search_path', '', false);

      --
      -- Name: twice(integer); Type: FUNCTION; Schema: public; Owner: -
      --

      CREATE FUNCTION public.twice(n integer) RETURNS integer
          LANGUAGE sql
          BEGIN ATOMIC
       SELECT 1;
       SELECT (n * 2);
      END;


      CREATE FUNCTION public.say() RETURNS text
          LANGUAGE plpgsql
          AS $_$ BEGIN RETURN $1; -- a remark; kept
      END $_$;


      CREATE TABLE public.t (
          id integer NOT NULL,
          "a;b" text DEFAULT 'x;--'::text,
          CONSTRAINT c CHECK ((id > 0))
      );


      CREATE RULE r AS
          ON UPDATE TO public.t DO ( SELECT 1;
       SELECT 2;
      );
      \\unrestrict 8QvXo
      """;

  @Test
  void aTableIsToldWhereAndHowItIsStored() {
    var dump =
        """
        SET default_tablespace = '';
        SET default_table_access_method = heap;
        CREATE TABLE public.a (
            id integer
        );
        SET default_tablespace = fast;
        CREATE SEQUENCE public.s;
        CREATE TABLE public.b (
            id integer
        );
        """;
    assertThat(PgDumpWitness.normalise(dump))
        .containsExactly(
            "CREATE SEQUENCE public.s",
            "CREATE TABLE public.a (\n    id integer\n)",
            "CREATE TABLE public.b (\n    id integer\n)\nSET default_tablespace = fast");
  }

  @Test
  void statementsAreSplitWhereTheServerWouldAndSorted() {
    assertThat(PgDumpWitness.normalise(DUMP))
        .containsExactly(
            """
            CREATE FUNCTION public.say() RETURNS text
                LANGUAGE plpgsql
                AS $_$ BEGIN RETURN $1; -- a remark; kept
            END $_$""",
            """
            CREATE FUNCTION public.twice(n integer) RETURNS integer
                LANGUAGE sql
                BEGIN ATOMIC
             SELECT 1;
             SELECT (n * 2);
            END""",
            """
            CREATE RULE r AS
                ON UPDATE TO public.t DO ( SELECT 1;
             SELECT 2;
            )""",
            """
            CREATE TABLE public.t (
                "a;b" text DEFAULT 'x;--'::text,
                CONSTRAINT c CHECK ((id > 0)),
                id integer NOT NULL
            )""");
  }

  @Test
  void thePlaceOfAColumnDoesNotCountButItsTypeDoes() {
    var one = PgDumpWitness.normalise("CREATE TABLE t (\n    a integer,\n    b text\n);\n");
    var other = PgDumpWitness.normalise("CREATE TABLE t (\n    b text,\n    a integer\n);\n");
    var third = PgDumpWitness.normalise("CREATE TABLE t (\n    b text,\n    a bigint\n);\n");

    assertThat(PgDumpWitness.differences(one, other)).isEmpty();
    assertThat(PgDumpWitness.differences(one, third))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("+ CREATE TABLE t (");
  }
}
