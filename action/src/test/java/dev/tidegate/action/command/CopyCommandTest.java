package dev.tidegate.action.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyCommandTest {
  @TempDir Path folder;

  @Test
  void saysWhatWasCopiedAndWhatWasLeftOut() throws IOException {
    var lab = new StepLab(folder, "copy").reports("copy", "copy");
    lab.input("source", "app.db").input("mode", "replace").input("confirm", "app");
    assertThat(lab.run(new CopyCommand())).isNull();
    assertThat(lab.outputs.get(OutputName.CHANGES)).contains("true");
    assertThat(lab.summary())
        .contains(
            "### Tidegate copy: 1,204 rows copied in 412 ms, compared by digest",
            "| `users` | `public.users` | 1,204 | 2 |",
            "**column without a place in the target**\n\n- `users.shoe_size`");
    assertThat(lab.requests)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.goals()).containsExactly("copy");
              assertThat(request.parameters()).containsEntry("confirm", "app");
              assertThat(request.secrets()).containsKey("source");
            });
  }

  @Test
  void failsWithTheGoalsOwnProblem() throws IOException {
    var lab =
        new StepLab(folder, "copy")
            .reports(
                "copy",
                "copy",
                "\"outcome\": \"success\"",
                "\"outcome\": \"failure\", \"problem\": {\"code\": \"TG-4102\","
                    + " \"name\": \"copy-value-unfit\", \"summary\": \"2 values do not fit\","
                    + " \"detail\": [\"users.age\"], \"page\": \"x\"}");
    var problem = lab.run(new CopyCommand());
    assertThat(problem).isNotNull();
    assertThat(problem.reason()).isEqualTo("copy-value-unfit");
    assertThat(lab.summary()).contains("### Tidegate copy: failed", "2 values do not fit");
  }
}
