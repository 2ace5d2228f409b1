package dev.tidegate.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.diff.Pair;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change leads to {@code to}, and back, on the oldest and the newest server. */
class PostgresRoundTripTest {

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("changes")
  void leadsThereAndBack(int major, String name, Pair<String> sql) throws SQLException {
    assertThat(PostgresWay.thereAndBack(major, sql))
        .allSatisfy(way -> assertThat(way.remaining()).as(way.script()).isEmpty());
  }

  static Stream<Arguments> changes() {
    return Stream.of(14, 18)
        .flatMap(
            major ->
                Stream.of(PostgresChanges.values())
                    .map(change -> Arguments.of(major, change.sentence(), change.sql())));
  }
}
