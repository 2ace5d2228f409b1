package dev.tidegate.action.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.runner.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailOnTest {
  @Test
  void takesCommasBlanksAndLines() {
    assertThat(FailOn.words(new Inputs(Map.of("INPUT_FAIL-ON", "hazards drift,diff\ndelete"))))
        .containsExactly("hazards", "drift", "diff", "delete");
    assertThat(FailOn.words(new Inputs(Map.of()))).containsExactly("hazards", "diff");
  }

  @Test
  void knowsTheTypesThatTheRulesDescribe() throws IOException {
    try (var pages = Files.list(Path.of("../docs/rules"))) {
      var types =
          pages
              .map(page -> String.valueOf(page.getFileName()).replace(".md", ""))
              .filter(name -> !name.equals("README"))
              .sorted()
              .toList();
      assertThat(FailOn.HAZARD_TYPES).isEqualTo(types);
    }
  }
}
