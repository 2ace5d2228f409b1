package dev.tidegate.action.problem;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each problem of the action has its page, in the form that those of the goals have. */
class ProblemPagesTest {
  private static final Path PAGES =
      requireNonNull(Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent())
          .resolve("docs/problems");

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void everyProblemHasAPage(ProblemCode code) throws IOException {
    assertThat(Files.readString(PAGES.resolve(code.id() + ".md")))
        .startsWith("# " + code.id() + " ")
        .containsSubsequence(
            "\n## What it means\n",
            "\n## Why it is refused\n",
            "\n## How to fix\n",
            "\n## Example\n",
            "\n" + code.id() + " ");
  }

  @Test
  void everyPageHasAProblem() throws IOException {
    var codes = Arrays.stream(ProblemCode.values()).map(code -> code.id() + ".md").toList();
    try (var pages = Files.list(PAGES)) {
      assertThat(
              pages
                  .map(page -> page.getFileName().toString())
                  .filter(name -> name.startsWith("TG-5")))
          .isSubsetOf(codes);
    }
  }
}
