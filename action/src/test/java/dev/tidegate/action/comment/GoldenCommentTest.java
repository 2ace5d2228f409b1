package dev.tidegate.action.comment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comments as GitHub gets them; {@code -Dtidegate.golden=update} writes them anew. */
class GoldenCommentTest {
  // Surefire says the module's folder; an IDE starts in it
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", ""))
          .toAbsolutePath()
          .resolve("src/test/resources/comments");

  static Stream<String> names() {
    return Examples.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isAsItsGoldenFile(String name) throws IOException {
    var text = CommentText.of(requireNonNull(Examples.all().get(name)));
    var file = FOLDER.resolve(name + ".md");
    if ("update".equals(System.getProperty("tidegate.golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
    assertThat(text.length()).isLessThan(CommentText.LIMIT);
  }

  @Test
  void everyGoldenFileIsOfAnExample() throws IOException {
    try (var files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(names().map(name -> name + ".md").toList());
    }
  }
}
