package dev.tidegate.action.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tidegate.action.comment.CommentText;
import dev.tidegate.action.comment.ReviewComment.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewFileTest extends PullRequestLab {
  private static final Path FORM =
      Path.of(System.getProperty("basedir", ""))
          .toAbsolutePath()
          .resolve("../docs/reports/review.schema.json");

  @ParameterizedTest
  @CsvSource({
    "diff-equal, deploy-nothing",
    "diff-equal, deploy-safe-with-drift",
    "diff-equal, deploy-destructive",
    "diff-missing, deploy-destructive",
    "diff-broken, deploy-broken",
  })
  void isAsDocumentedAndComesBackAsTheSameComment(String diff, String deploy) throws IOException {
    finds(diff, deploy);
    step.input("comment", "always");
    review();
    var text = Files.readString(checkout.resolve("services/shop/target/tidegate/review.json"));
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(FORM));
    assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
    var origin =
        new Origin(HEAD, "https://github.test/o/r/actions/runs/8123", "8123-1", Instant.EPOCH);
    var read = ReviewFile.read(text, origin);
    assertThat(read.pullRequest()).hasValue(7);
    assertThat(withoutFirstLine(CommentText.of(read.comment())))
        .isEqualTo(withoutFirstLine(comment()));
    assertThat(new ReviewFile(read.pullRequest(), read.comment()).text()).isEqualTo(text);
  }

  /** The marker holds the time. */
  private static String withoutFirstLine(String text) {
    return text.substring(text.indexOf('\n'));
  }
}
