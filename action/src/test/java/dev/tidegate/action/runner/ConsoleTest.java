package dev.tidegate.action.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.runner.Annotation.Level;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Secrets secrets = new Secrets();
  private final Console console =
      new Console(new PrintStream(bytes, true, StandardCharsets.UTF_8), secrets);

  private RunnerEmulator read() {
    return new RunnerEmulator().reading(bytes.toString(StandardCharsets.UTF_8));
  }

  private static Annotation error(String message) {
    return new Annotation(
        Level.ERROR, Optional.of("db/a,b:c%.sql"), OptionalInt.of(3), "drop-column", message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::error::x",
        "  ::add-mask::SELECT",
        "##[error]x",
        "select 1; ##[add-mask]select",
        "::stop-commands::x",
        "a\n::set-output name=x::y\nb",
        "a\r::warning::x",
        "a\r\n::warning::x",
        "\u001b[2K::error::x",
        "::set-env name=PATH::/tmp",
        "::endgroup::",
        "a\u2028::error::x\u0085::error::x"
      })
  void textCommandsNothing(String hostile) {
    console.print(hostile);
    console.print("title " + hostile, hostile);
    console.annotate(List.of(error("still heard")));
    var read = read();
    assertThat(read.commands.stream().map(RunnerEmulator.Command::name))
        .containsExactly("group", "endgroup", "error");
    assertThat(read.commands.get(2).data()).isEqualTo("still heard");
    var lastLine = hostile.replaceAll("(?s).*[\\r\\n]", "").replaceAll("[\u001b\u0085]", "�");
    assertThat(String.join("\n", read.log)).contains(lastLine);
  }

  @Test
  void annotatesALineOfAFile() {
    console.annotate(List.of(error("12 rows, 100 % sure:\nlost")));
    assertThat(bytes.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo(
            "::error file=db/a%2Cb%3Ac%25.sql,line=3,title=drop-column::12 rows, 100 %25 sure:%0Alost");
    assertThat(read().commands)
        .containsExactly(
            new RunnerEmulator.Command(
                "error",
                Map.of("file", "db/a,b:c%.sql", "line", "3", "title", "drop-column"),
                "12 rows, 100 % sure:\nlost"));
  }

  @Test
  void aRemarkWithoutFileIsOneAboutTheRun() {
    console.annotate(
        List.of(new Annotation(Level.NOTICE, Optional.empty(), OptionalInt.empty(), "", "hi")));
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("::notice::hi\n");
  }

  @Test
  void printsNoMoreRemarksThanGitHubShows() {
    var warnings =
        Collections.nCopies(
            12, new Annotation(Level.WARNING, Optional.empty(), OptionalInt.empty(), "", "w"));
    var errors = IntStream.range(0, 13).mapToObj(i -> error("e" + i)).toList();
    console.annotate(Stream.concat(warnings.stream(), errors.stream()).toList());
    console.annotateFailure(error("why the step fails"));
    assertThat(read().log).contains("remarks not shown beside the lines, as GitHub shows 10: 6");
    var commands = read().commands;
    assertThat(commands).hasSize(20);
    assertThat(commands.get(19).data()).isEqualTo("why the step fails");
    assertThat(commands.subList(0, 9)).allMatch(command -> command.name().equals("error"));
    assertThat(commands.get(0).data()).isEqualTo("e0");
  }

  @Test
  void hidesSecretsOfTheRunnerAndInEverythingPrinted() {
    secrets.addUrl("postgres://app:s%25cret@db/app");
    console.hideSecrets();
    console.print("title s%cret", "URL postgres://app:s%25cret@db/app, password s%cret");
    console.annotate(List.of(error("s%cret")));
    var read = read();
    assertThat(read.log).contains("URL ***, password ***");
    assertThat(read.commands.toString() + read.log).doesNotContain("s%cret", "s%25cret");
    var own =
        bytes.toString(StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("::add-mask"));
    assertThat(own).noneMatch(line -> line.contains("cret"));
    // the runner hides what other programs of the step print
    assertThat(read.reading("psql: s%cret").log).contains("psql: ***");
  }

  @Test
  void eachTextHasItsOwnWord() {
    console.print("a");
    console.print("b");
    assertThat(
            bytes.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("stop-")))
        .doesNotHaveDuplicates()
        .allMatch(line -> line.matches("::stop-commands::tidegate_[0-9a-f]{32}"))
        .hasSize(2);
  }
}
