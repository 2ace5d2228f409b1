package dev.tidegate.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.diff.Pair;
import org.junit.jupiter.api.Test;

/** Which arguments OR REPLACE takes. */
class ArgumentsTest {

  @Test
  void splitsOnlyAtCommasBetweenArguments() {
    var arguments = Arguments.of("a numeric(10,2), b text DEFAULT 'x, y'::text, OUT c integer");

    assertThat(arguments.declared()).containsExactly("a numeric(10,2)", "b text", "OUT c integer");
    assertThat(arguments.defaults()).isEqualTo(1);
  }

  @Test
  void takesANewDefaultButNotTheLossOfOne() {
    var pair = new Pair<>(Arguments.of("a integer"), Arguments.of("a integer DEFAULT 1"));

    assertThat(Arguments.replaceable(pair)).isTrue();
    assertThat(Arguments.replaceable(pair.reversed())).isFalse();
  }

  @Test
  void takesNoOtherName() {
    assertThat(
            Arguments.replaceable(new Pair<>(Arguments.of("a integer"), Arguments.of("b integer"))))
        .isFalse();
  }
}
