package dev.tidegate.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  private static final List<String> VERSIONS =
      List.of(
          "1", "1.0", "01", "1.1", "1_1", "1.10", "1.9", "2", "0", "10", "20261120101427", "1.0.1");

  @Test
  void comparesAsFlywayDoes() {
    for (var a : VERSIONS) {
      for (var b : VERSIONS) {
        var ours = Integer.signum(Version.parse(a).compareTo(Version.parse(b)));
        var theirs =
            Integer.signum(
                MigrationVersion.fromVersion(a).compareTo(MigrationVersion.fromVersion(b)));
        assertThat(ours).as("%s and %s", a, b).isEqualTo(theirs);
        assertThat(Version.parse(a).equals(Version.parse(b))).isEqualTo(ours == 0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1.", ".1", "1..2", "v1", "1-2", "-1", " 1"})
  void isNoVersion(String text) {
    assertThat(Version.isOne(text)).isFalse();
  }
}
