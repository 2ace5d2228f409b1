package dev.tidegate.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationFolderTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.ofHours(5));

  private Path folder;

  @BeforeEach
  void prepare(@TempDir Path temporary) {
    folder = temporary;
  }

  @Test
  void listsVersionsInOrderAndRepeatablesLast() throws Exception {
    write("R__b.sql", "R__a.sql", "V10__c.sql", "2026/V9.1__d.sql", "V9__e.sql");

    assertThat(MigrationFolder.read(folder).files())
        .extracting(MigrationFile::script)
        .containsExactly("V9__e.sql", "2026/V9.1__d.sql", "V10__c.sql", "R__a.sql", "R__b.sql");
  }

  @Test
  void knowsWhatStandsBesideTheMigrations() throws Exception {
    write("V1__a.sql", "V1__a.sql.conf", "afterMigrate.sql", "seed.sql", "README.md");

    var read = MigrationFolder.read(folder);

    assertThat(read.files()).hasSize(1);
    assertThat(read.companions())
        .extracting(path -> path.getFileName().toString())
        .containsExactly("V1__a.sql.conf", "afterMigrate.sql");
    assertThat(read.ignored())
        .extracting(path -> path.getFileName().toString())
        .containsExactly("seed.sql");
  }

  @ParameterizedTest
  @ValueSource(strings = {"V1_one.sql", "v1__one.sql", "r__one.sql", "V1a__one.sql", "V__one.sql"})
  void refusesNamesThatFlywayWouldPassOverInSilence(String name) throws Exception {
    write(name, "V7__fine.sql");

    assertThatThrownBy(() -> MigrationFolder.read(folder))
        .hasMessageContaining("TG-2001")
        .hasMessageContaining(name);
  }

  @Test
  void refusesOneVersionInTwoFiles() throws Exception {
    write("V1__one.sql", "sub/V1.0__two.sql");

    assertThatThrownBy(() -> MigrationFolder.read(folder))
        .hasMessageContaining("TG-2002")
        .hasMessageContaining("sub/V1.0__two.sql");
  }

  @Test
  void aMissingFolderIsRefusedUnlessItMayBeEmpty() {
    var missing = folder.resolve("none");

    assertThatThrownBy(() -> MigrationFolder.read(missing)).hasMessageContaining("TG-1008");
    assertThat(MigrationFolder.readOrEmpty(missing).files()).isEmpty();
  }

  @Test
  void anUnknownVersionIsRefusedWithNearOnes() throws Exception {
    write("V1__a.sql", "V71__b.sql");

    assertThatThrownBy(() -> MigrationFolder.read(folder).version("7"))
        .hasMessageContaining("TG-2003")
        .hasMessageContaining("71");
  }

  @Test
  void contentHashFollowsNamesAndBytes() throws Exception {
    write("V1__a.sql");
    var before = MigrationFolder.read(folder).contentHash();
    assertThat(MigrationFolder.read(folder).contentHash()).isEqualTo(before);

    Files.writeString(folder.resolve("V1__a.sql"), "SELECT 2;");
    assertThat(MigrationFolder.read(folder).contentHash()).isNotEqualTo(before);
  }

  @Test
  void timestampsAreUtcAndLaterThanTheLast() throws Exception {
    assertThat(MigrationName.nextByTime(MigrationFolder.read(folder), NOON))
        .hasToString("20261120120000");

    write("V20261120120007__a.sql");
    assertThat(MigrationName.nextByTime(MigrationFolder.read(folder), NOON))
        .hasToString("20261120120008");
  }

  @Test
  void sequencesKeepTheirZeros() throws Exception {
    assertThat(MigrationName.nextInSequence(MigrationFolder.read(folder))).hasToString("1");
    write("V0009__a.sql");
    assertThat(MigrationName.nextInSequence(MigrationFolder.read(folder))).hasToString("0010");
    assertThat(MigrationName.file(Version.parse("0010"), " add e-mail!"))
        .isEqualTo("V0010__add_e_mail.sql");
  }

  private void write(String... names) throws Exception {
    for (var name : names) {
      var file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "SELECT 1;");
    }
  }
}
