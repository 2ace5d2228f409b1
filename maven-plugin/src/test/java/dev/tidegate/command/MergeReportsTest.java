package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.report.FleetJson;
import dev.tidegate.report.FleetReport;
import dev.tidegate.report.JsonFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeReportsTest {
  private static final int FILES = 6;

  private final Path folder;
  private final Lab lab;

  MergeReportsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.lab =
        new Lab(folder, ConnectionSettings.of(DatabaseUrl.parse("main.db", folder), "a test"));
    lab.migration("V1__t.sql", "CREATE TABLE t (a int);");
    for (var number = 0; number < FILES; number++) {
      Files.createFile(folder.resolve("t" + number + ".db"));
    }
    lab.file(
        "tenants",
        IntStream.range(0, FILES)
            .mapToObj(number -> "t" + number + ".db\n")
            .collect(Collectors.joining()));
  }

  private FleetReport shard(String part) {
    var report = lab.deployTo("tenants", fleet -> fleet.shard(part).goOn(), deploy -> deploy);
    lab.file("reports/" + part.replace('/', '-') + "/deploy.json", JsonFormat.of(report));
    return report;
  }

  private FleetReport merged() {
    return new MergeReports().of(folder.resolve("reports"));
  }

  @Test
  void rollsUpAllShards() {
    var targets = shard("1/3").totals().targets();
    targets += shard("2/3").totals().targets();
    targets += shard("3/3").totals().targets();
    assertThat(targets).isEqualTo(FILES);
    assertThat(merged().problem()).isEmpty();
    assertThat(merged().totals().applied()).isEqualTo(FILES);
  }

  @Test
  void readsBackWhatWasWritten() throws IOException {
    Files.writeString(folder.resolve("t1.db"), "no database at all, but long enough to be read");
    var report = shard("1/1");
    assertThat(report.totals().failed()).isEqualTo(1);
    assertThat(FleetJson.read(JsonFormat.of(report))).isEqualTo(report);
    assertThat(merged().problem().orElseThrow().code()).isEqualTo(ProblemCode.TARGETS_FAILED);
  }

  @Test
  void failsWhereAShardIsMissing() {
    shard("1/3");
    shard("3/3");
    var problem = merged().problem().orElseThrow();
    assertThat(problem.code()).isEqualTo(ProblemCode.REPORTS_NOT_MERGED);
    assertThat(problem.detail()).containsExactly("shard 2/3 is not there");
  }

  @Test
  void failsWhereARunStoppedBeforeItHadTargets() {
    shard("1/1");
    var problem = FleetProblems.noTargets("tenants");
    lab.file("reports/other/deploy.json", JsonFormat.of("deploy", problem));
    assertThat(merged().problem().orElseThrow().detail())
        .containsExactly(
            "other/deploy.json: it stopped before it had targets: there are no targets");
  }

  @Test
  void refusesAFolderWithoutReports() {
    lab.file("reports/readme", "nothing here");
    assertThatThrownBy(this::merged).hasMessageContainingAll("TG-2504", "there is no deploy.json");
  }
}
