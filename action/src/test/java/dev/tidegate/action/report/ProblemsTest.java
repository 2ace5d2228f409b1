package dev.tidegate.action.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.json.Json;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  @Test
  void theHintOfARestrictedScratchNamesTheInput() {
    var problem =
        Problems.read(
            Json.parseObject(
                """
                {"code": "TG-1015", "name": "scratch-restricted", "summary": "refused", "detail": [],
                 "hint": "for SQL that you trust: -Dtidegate.scratchTrust=trusted"}
                """));
    assertThat(problem.hint())
        .contains("for SQL that you trust: the input `scratch-trust: trusted`");
  }
}
