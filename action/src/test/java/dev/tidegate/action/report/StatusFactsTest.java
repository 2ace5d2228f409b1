package dev.tidegate.action.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.json.Json;
import java.io.IOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StatusFactsTest {

  @Test
  void readsAllThatTheReportOfOneDatabaseSays() throws IOException {
    var facts = StatusFacts.read(ReportSchema.example("status", "status"));
    assertThat(facts.database()).isEqualTo("jdbc:postgresql://db.example.com:5432/app");
    assertThat(facts.version()).contains("2");
    assertThat(facts.with("pending"))
        .extracting(StatusFacts.MigrationFact::script)
        .containsExactly("V3__orders.sql");
    assertThat(facts.obstacle())
        .hasValueSatisfying(it -> assertThat(it.code()).isEqualTo("TG-2101"));
    assertThat(facts.interrupted())
        .containsExactly(new StatusFacts.InterruptedFact("V2__email.sql", 2, 5, true));
    assertThat(facts.allDrift())
        .containsExactly("[+] column public.users.legacy", "[-] index public.users_name");
    assertThat(facts.allDriftChecked()).isTrue();
    assertThat(facts.tables())
        .containsExactly(
            new StatusFacts.TableFact("public.users", OptionalLong.of(1204)),
            new StatusFacts.TableFact("public.secrets", OptionalLong.empty()));
    assertThat(facts.invalidIndexes()).containsExactly("public.users_email");
    assertThat(facts.lookAlikes()).containsExactly("archive.users");
    assertThat(facts.next()).isEqualTo("mvn tidegate:deploy");
    assertThat(facts.problem()).isEmpty();
    assertThat(facts.isComplete()).isTrue();
  }

  @Test
  void ofManyDatabasesTheDriftOfEachStandsUnderItsName() throws IOException {
    var facts = StatusFacts.read(ReportSchema.example("status-of-many", "status"));
    assertThat(facts.isComplete()).isTrue();
    assertThat(facts.allDrift()).containsExactly("tenant_b: [+] table tenant_b.tmp");
    assertThat(facts.allDriftChecked()).isFalse();
    assertThat(facts.targets().get(0).pending()).containsExactly("V2__email.sql");
  }

  @Test
  void aGoalThatStoppedAtOnceHasAProblemAndNothingElse() {
    var facts =
        StatusFacts.read(
            Json.parseObject(
                """
                {"format": 1, "goal": "status", "outcome": "failure", "problem":
                 {"code": "TG-1001", "summary": "no database URL", "detail": [], "page": "x"}}
                """));
    assertThat(facts.isComplete()).isFalse();
    assertThat(facts.problem())
        .hasValueSatisfying(it -> assertThat(it.summary()).isEqualTo("no database URL"));
  }
}
