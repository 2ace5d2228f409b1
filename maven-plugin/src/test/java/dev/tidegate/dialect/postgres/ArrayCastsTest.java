package dev.tidegate.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayCastsTest {

  @Test
  void movesTheCastToEachElement() {
    assertThat(
            ArrayCasts.atElements(
                "((s)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))"))
        .isEqualTo(
            "((s)::text = ANY (ARRAY[('a'::character varying)::text,"
                + " ('b'::character varying)::text]))");
  }

  @Test
  void readsQuotedTextAsOnePiece() {
    assertThat(ArrayCasts.atElements("(ARRAY['],''('::bpchar, \"a,]\"])::text[]"))
        .isEqualTo("ARRAY[('],''('::bpchar)::text, (\"a,]\")::text]");
  }

  @Test
  void movesCastsOfArraysInElements() {
    assertThat(ArrayCasts.atElements("(ARRAY[f((ARRAY[1, 2])::bigint[]), 3])::numeric[]"))
        .isEqualTo("ARRAY[(f(ARRAY[(1)::bigint, (2)::bigint]))::numeric, (3)::numeric]");
  }

  @Test
  void movesEveryCastOfAnExpression() {
    assertThat(ArrayCasts.atElements("((ARRAY[a])::text[] && (ARRAY[b])::\"T\".\"x y\"[])"))
        .isEqualTo("(ARRAY[(a)::text] && ARRAY[(b)::\"T\".\"x y\"])");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a = ANY (ARRAY['x'::text, 'y'::text]))",
        "(ARRAY[1, 2])",
        "(ARRAY[1, 2])::app.list",
        "('(ARRAY[1'::text || '])::text'::text)",
        "(ARRAY[1, 2"
      })
  void leavesAllElseAlone(String expression) {
    assertThat(ArrayCasts.atElements(expression)).isEqualTo(expression);
  }
}
