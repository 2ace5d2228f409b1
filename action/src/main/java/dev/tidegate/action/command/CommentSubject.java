package dev.tidegate.action.command;

import dev.tidegate.action.comment.ReviewComment.Subject;

/** Which of a repository's databases a step is about, and so which comment is its own. */
final class CommentSubject {
  private static final String ONLY = "default";

  private CommentSubject() {}

  /** As the inputs say: {@code comment-key}, else directory and environment. */
  static Subject of(Step step) {
    var environment = step.input(InputName.ENVIRONMENT).orElse("");
    var directory = directory(step);
    return new Subject(
        step.input(InputName.COMMENT_KEY).orElseGet(() -> key(directory, environment)),
        environment,
        directory);
  }

  private static String key(String directory, String environment) {
    if (environment.isEmpty()) {
      return directory.isEmpty() ? ONLY : directory;
    }
    return directory.isEmpty() ? environment : directory + "@" + environment;
  }

  private static String directory(Step step) {
    var workspace = step.workspace().toAbsolutePath().normalize();
    var directory = step.directory().toAbsolutePath().normalize();
    return directory.startsWith(workspace)
        ? workspace.relativize(directory).toString().replace('\\', '/')
        : directory.toString();
  }
}
