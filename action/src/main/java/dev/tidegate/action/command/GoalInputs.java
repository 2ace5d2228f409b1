package dev.tidegate.action.command;

import dev.tidegate.action.maven.GoalRequest;
import java.util.List;
import java.util.Optional;

/** A step's inputs as parameters of goals. */
public final class GoalInputs {
  /** What the plugin itself looks at where no URL is given. */
  static final List<String> DATABASE_VARIABLES = List.of("DATABASE_URL", "DIRECT_DATABASE_URL");

  private static final String TRUST = "scratchTrust";

  private GoalInputs() {}

  /**
   * Every given input that one of the goals has as a parameter. What is not given is not passed, so
   * that the pom's value holds. Paths are from the working directory and become absolute, since
   * Maven may run in another one. {@code DATABASE_URL} of the step goes along except in a review,
   * which reads no database that nobody named.
   */
  public static GoalRequest of(Step step, String... goals) {
    var request = GoalRequest.of(goals);
    for (var parameter : GoalParameter.ALL) {
      if (parameter.goals().stream().anyMatch(request.goals()::contains)) {
        request = with(request, parameter, step);
      }
    }
    request = distrusting(step, request);
    return step.command().equals("review") ? request : withDatabaseOf(step, request);
  }

  /**
   * For an event of GitHub, SQL runs without superuser unless the workflow says otherwise: the pom
   * and the SQL may both be a pull request's, and beside them are the database's secrets.
   */
  private static GoalRequest distrusting(Step step, GoalRequest request) {
    var hasScratch = request.goals().stream().anyMatch(GoalParameter.goalsWithScratch()::contains);
    var given = request.parameters().containsKey(TRUST);
    return step.event().isPresent() && hasScratch && !given
        ? request.with(TRUST, "restricted")
        : request;
  }

  private static GoalRequest with(GoalRequest request, GoalParameter parameter, Step step) {
    var value = value(parameter, step);
    if (value.isEmpty()) {
      return request;
    }
    return switch (parameter.kind()) {
      case DATABASE, SECRET -> request.withSecret(parameter.name(), value.get());
      default -> request.with(parameter.name(), value.get());
    };
  }

  private static Optional<String> value(GoalParameter parameter, Step step) {
    var word = parameter.input().word();
    return switch (parameter.kind()) {
      case LIST ->
          Optional.of(String.join(",", step.inputs().list(word))).filter(list -> !list.isEmpty());
      case FLAG ->
          step.inputs()
              .text(word)
              .map(given -> String.valueOf(step.inputs().flag(word, /* otherwise= */ false)));
      case PATH -> step.inputs().text(word).map(path -> DatabasePaths.file(path, step.directory()));
      case STATE ->
          step.inputs().text(word).map(state -> DatabasePaths.state(state, step.directory()));
      case DATABASE ->
          step.inputs().text(word).map(url -> DatabasePaths.database(url, step.directory()));
      case TEXT, NUMBER, SECRET -> step.inputs().text(word);
    };
  }

  private static GoalRequest withDatabaseOf(Step step, GoalRequest request) {
    var more = request;
    for (var name : DATABASE_VARIABLES) {
      var url = step.environment().getOrDefault(name, "");
      if (!url.isBlank()) {
        more = more.withVariable(name, DatabasePaths.database(url, step.directory()));
      }
    }
    return more;
  }
}
