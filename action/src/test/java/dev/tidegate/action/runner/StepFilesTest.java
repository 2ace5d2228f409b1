package dev.tidegate.action.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepFilesTest {
  private final Path file;
  private final Secrets secrets = new Secrets().add("s3cret");

  StepFilesTest(@TempDir Path folder) {
    file = folder.resolve("file");
  }

  @Test
  void writesValuesThatTheRunnerReadsBack() throws IOException {
    var output = new StepFile(file, secrets);
    output.put("plan-hash", "sha256:1");
    output.put("report", "a\nx=y\nother<<EOF\nb\nEOF\n");
    output.put("empty", "");
    output.put("url", "postgres://s3cret@");
    assertThat(RunnerEmulator.values(Files.readString(file)))
        .containsExactly(
            Map.entry("plan-hash", "sha256:1"),
            Map.entry("report", "a\nx=y\nother<<EOF\nb\nEOF\n"),
            Map.entry("empty", ""),
            Map.entry("url", "postgres://***@"));
  }

  @Test
  void takesAnotherWordWhereTheValueHoldsIt() throws IOException {
    var words = List.of("one", "two").iterator();
    new StepFile(file, secrets, words::next).put("x", "a\none\nevil=1");
    assertThat(RunnerEmulator.values(Files.readString(file)))
        .containsExactly(Map.entry("x", "a\none\nevil=1"));
  }

  @Test
  void refusesNamesThatWouldWriteOthers() {
    var output = new StepFile(file, secrets);
    for (var name : List.of("", "a=b", "a\nb", "a<<b", "1a", "a b")) {
      assertThatThrownBy(() -> output.put(name, "x")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesAValueBeyondOneMebibyte() throws IOException {
    var output = new StepFile(file, secrets);
    output.put("fits", "x".repeat(StepFile.LONGEST));
    assertThatThrownBy(() -> output.put("not", "é".repeat(StepFile.LONGEST / 2 + 1)))
        .hasMessage("the value of output not is beyond 1 MiB");
    assertThat(RunnerEmulator.values(Files.readString(file))).containsOnlyKeys("fits");
  }

  @Test
  void aSummaryStaysBelowOneMebibyte() throws IOException {
    var summary = new Summary(file, secrets);
    assertThat(summary.add("# s3cret")).isTrue();
    assertThat(summary.add("é".repeat(Summary.LONGEST / 2))).isFalse();
    assertThat(summary.add("end")).isTrue();
    assertThat(Files.readString(file))
        .isEqualTo(
            "# ***\n"
                + "The report is too long for a job summary; it is in the log and in the report"
                + " files.\n"
                + "end\n");
  }

  @Test
  void aFullSummaryStaysAsItIs() throws IOException {
    Files.writeString(file, "x".repeat(Summary.LONGEST));
    assertThat(new Summary(file, secrets).add("more")).isFalse();
    assertThat(Files.size(file)).isEqualTo(Summary.LONGEST);
  }
}
