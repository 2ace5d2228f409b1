package dev.tidegate.action.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.github.Fault;
import dev.tidegate.action.github.GitHubLab;
import dev.tidegate.action.runner.Event;
import dev.tidegate.action.runner.Pull;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest extends GitHubLab {
  private static final String OBSTACLE = "\"obstacle\"";
  private static final String DRIFT =
      "[\"[+] column public.users.legacy\", \"[-] index public.users_name\"]";

  @TempDir Path folder;
  private StepLab lab;

  @BeforeEach
  void aStepWithAToken() throws IOException {
    lab = new StepLab(folder, "status").input("environment", "production");
    lab.gitHub = Optional.of(gitHub());
    lab.reports("status", "status", OBSTACLE, "\"other\"");
  }

  private void withoutDrift() throws IOException {
    lab.reports("status", "status", OBSTACLE, "\"other\"", DRIFT, "[]");
  }

  @Test
  void saysHowTheDatabaseStandsAndOpensTheIssue() throws IOException {
    assertThat(lab.run(new StatusCommand())).isNull();
    assertThat(lab.outputs.get(OutputName.DRIFT)).contains("true");
    assertThat(lab.outputs.get(OutputName.CHANGES)).contains("true");
    assertThat(lab.outputs.get(OutputName.REPORT)).contains("services/shop/target/tidegate");
    assertThat(lab.summary())
        .contains(
            "### Tidegate status: production · `services/shop` · 1 pending, drift",
            "`jdbc:postgresql://db.example.com:5432/app` is at version `2`",
            "| `V3__orders.sql` | pending |",
            "[+] column public.users.legacy",
            "An issue was opened. [Issue](https://github.test/o/r/issues/100)",
            "| `public.users` | 1,204 |");
    assertThat(repository.issues).hasSize(1);
  }

  @Test
  void theTokenOfAnAppOpensNoSecondIssue() throws IOException {
    fake.actor = "my-app[bot]";
    lab.run(new StatusCommand());
    lab.run(new StatusCommand());
    assertThat(repository.issues).hasSize(1);
    assertThat(lab.log()).contains("comment-author: my-app[bot]");
    lab.input("comment-author", "my-app[bot]");
    withoutDrift();
    assertThat(lab.run(new StatusCommand())).isNull();
    assertThat(repository.issues.toString()).contains("\"state\":\"closed\"");
  }

  @Test
  void withoutDriftThereIsNoIssue() throws IOException {
    withoutDrift();
    assertThat(lab.run(new StatusCommand())).isNull();
    assertThat(lab.outputs.get(OutputName.DRIFT)).contains("false");
    assertThat(lab.summary()).contains("1 pending, no drift");
    assertThat(repository.issues).isEmpty();
  }

  @Test
  void aDeployThatWouldBeRefusedIsToldToo() throws IOException {
    lab.reports(
        "status", "status", DRIFT, "[]", "\"driftChecked\": true", "\"driftChecked\": false");
    assertThat(lab.run(new StatusCommand())).isNull();
    assertThat(repository.issues).hasSize(1);
    assertThat(lab.summary())
        .contains("a deploy would be refused, 1 pending, drift not checked", "TG-2101");
    assertThat(lab.outputs.get(OutputName.DRIFT)).isEmpty();
  }

  @Test
  void failsOnDriftWhereThatIsWanted() {
    var problem = lab.input("fail-on", "hazards,drift").run(new StatusCommand());
    assertThat(problem).isNotNull();
    assertThat(problem.code()).isEqualTo("TG-5204");
    assertThat(problem.detail()).contains("[+] column public.users.legacy");
    assertThat(repository.issues).hasSize(1);
  }

  @Test
  void failsWhereDriftCouldNotBeChecked() throws IOException {
    lab.reports(
        "status",
        "status",
        OBSTACLE,
        "\"other\"",
        DRIFT,
        "[]",
        "\"driftChecked\": true",
        "\"driftChecked\": false",
        "the search path names no schema that is not there",
        "drift was not checked: no scratch server");
    var problem = lab.input("fail-on", "drift").run(new StatusCommand());
    assertThat(problem).isNotNull();
    assertThat(problem.text()).contains("drift could not be checked", "no scratch server");
    assertThat(repository.issues).isEmpty();
  }

  @Test
  void noIssueIsKeptOnAPullRequest() {
    var side =
        new Pull.Side("change", "6dcb09b5b57875f334f61aebed695e2e4193db5e", Optional.empty());
    var pull = new Pull(7, "a", "a", false, false, side, side, List.of());
    lab.event = Optional.of(new Event.PullRequest("opened", pull));
    assertThat(lab.run(new StatusCommand())).isNull();
    assertThat(fake.calls).isEmpty();
  }

  @Test
  void noIssueIsKeptWhereNoneIsWanted() {
    assertThat(lab.input("drift-issue", "false").run(new StatusCommand())).isNull();
    assertThat(fake.calls).isEmpty();
  }

  @Test
  void withoutThePermissionItSaysSo() throws IOException {
    fake.goesWrong(Fault.status(403, "POST", "/issues$", "Resource not accessible by integration"));
    assertThat(lab.run(new StatusCommand())).isNull();
    assertThat(lab.log()).contains("::warning title=TG-5104", "issues: write");
    assertThat(lab.summary()).contains("The issue on drift could not be kept");
  }

  @Test
  void withoutThePermissionItFailsWhereThatIsWanted() {
    fake.goesWrong(Fault.status(403, "POST", "/issues$", "Resource not accessible by integration"));
    var problem = lab.input("on-comment-failure", "fail").run(new StatusCommand());
    assertThat(problem).isNotNull();
    assertThat(problem.code()).isEqualTo("TG-5104");
    assertThat(problem.hint()).hasValueSatisfying(it -> assertThat(it).contains("issues: write"));
  }

  @Test
  void withoutATokenItSaysSo() throws IOException {
    lab.gitHub = Optional.empty();
    assertThat(lab.run(new StatusCommand())).isNull();
    assertThat(lab.summary()).contains("No issue is kept");
  }

  @Test
  void noSecretComesIntoTheIssue() throws IOException {
    lab.secrets.add("legacy");
    assertThat(lab.run(new StatusCommand())).isNull();
    assertThat(repository.issues.toString()).contains("public.users.***").doesNotContain("legacy");
    assertThat(lab.summary()).doesNotContain("legacy");
  }

  @Test
  void ofManyDatabasesEachIsInTheSummary() throws IOException {
    lab.reports("status", "status-of-many");
    assertThat(lab.run(new StatusCommand())).isNull();
    assertThat(lab.summary())
        .contains("| `tenant_a` | `1` | behind | 1 |", "tenant_b: [+] table tenant_b.tmp");
    assertThat(lab.outputs.get(OutputName.CHANGES)).contains("true");
  }
}
