package dev.tidegate.action.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tidegate.action.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Examples of reports, each held against the documented form of its goal. */
final class ReportSchema {
  // Surefire says the module's folder; an IDE starts in it
  private static final Path FORMS =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("../docs/reports");

  private ReportSchema() {}

  /** The example of that name, {@code status-of-many} as one of {@code status}. */
  static Json example(String name, String goal) throws IOException {
    try (var stream =
        requireNonNull(ReportSchema.class.getResourceAsStream("/reports/" + name + ".json"))) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      var form = Files.readString(FORMS.resolve(goal + ".schema.json"));
      var schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(form);
      assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
      return Json.parseObject(text);
    }
  }
}
