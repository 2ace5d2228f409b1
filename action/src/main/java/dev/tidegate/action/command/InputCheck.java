package dev.tidegate.action.command;

import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.problem.ProblemCode;
import dev.tidegate.action.runner.Inputs;
import java.util.List;
import java.util.Map;

/** Looks at all inputs before anything is done, so that all that is wrong is said at once. */
final class InputCheck {
  private static final Map<InputName, List<String>> WORDS =
      Map.of(
          InputName.COMMAND, Commands.words(),
          InputName.POM, List.of("auto", "always", "never"),
          InputName.APPROVAL, List.of("none", "plan-hash", "review"),
          InputName.ON_DIRECT_PUSH, List.of("refuse", "deploy"),
          InputName.ON_FORK, List.of("review", "skip"),
          InputName.COMMENT, List.of("changes", "always", "new", "never"),
          InputName.ON_COMMENT_FAILURE, List.of("warn", "fail"));

  private InputCheck() {}

  /** Refuses what no command and no goal can take: TG-5101. */
  static void refuseIfBad(Inputs inputs) {
    for (var name : InputName.values()) {
      var words = WORDS.getOrDefault(name, List.of());
      if (!words.isEmpty()) {
        inputs.oneOf(name.word(), words, name.otherwise().orElse(words.get(0)));
      }
    }
    inputs.flag(InputName.DRIFT_ISSUE.word(), /* otherwise= */ true);
    inputs.arguments(InputName.MAVEN_ARGS.word());
    FailOn.check(inputs);
    GoalParameter.ALL.forEach(parameter -> check(parameter, inputs));
    refuseIfAny(inputs);
  }

  /** Refuses if something was found wrong with any of them. */
  static void refuseIfAny(Inputs inputs) {
    var problems = inputs.problems();
    if (!problems.isEmpty()) {
      throw Problem.of(
              ProblemCode.INPUT_INVALID,
              problems.size() == 1 ? "an input is wrong" : problems.size() + " inputs are wrong")
          .withDetail(problems)
          .withState("nothing was changed")
          .exception();
    }
  }

  private static void check(GoalParameter parameter, Inputs inputs) {
    var word = parameter.input().word();
    switch (parameter.kind()) {
      case FLAG -> inputs.flag(word, /* otherwise= */ false);
      case NUMBER -> inputs.number(word);
      case DATABASE, SECRET -> {
        if (inputs.text(word).orElse("").contains("${")) {
          inputs.refuse(word, "holds ${, which Maven would replace; in a URL write %24%7B");
        }
      }
      default -> {}
    }
  }
}
