package dev.tidegate.action.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CopyFactsTest {

  @Test
  void readsWhatWasCopiedAndWhatWasLeftOut() throws IOException {
    var facts = CopyFacts.read(ReportSchema.example("copy", "copy"));
    assertThat(facts.isComplete()).isTrue();
    assertThat(facts.rows()).isEqualTo(1204);
    assertThat(facts.tables())
        .containsExactly(new CopyFacts.TableFact("users", "public.users", 1204, 2, ""));
    assertThat(facts.remarks())
        .extracting(CopyFacts.RemarkFact::line)
        .containsExactly(
            "users.age: text in a number column, 2 rows",
            "logs",
            "users.shoe_size",
            "public.users.created_at");
  }

  @Test
  void readsWhatCameBackFromABackup() {
    var facts =
        CopyFacts.read(
            Json.parseObject(
                """
                {"format": 1, "goal": "copy", "outcome": "success",
                 "from": "app.tidegate.zip", "to": "jdbc:sqlite:app.db", "dryRun": false,
                 "rows": 7, "millis": 9, "restored": {"statements": [], "notes": ["look"],
                 "tables": [{"table": "users", "outcome": "filled", "rows": 7}]}}
                """));
    assertThat(facts.tables())
        .containsExactly(new CopyFacts.TableFact("users", "users", 7, 0, "filled"));
    assertThat(facts.notes()).containsExactly("look");
  }
}
