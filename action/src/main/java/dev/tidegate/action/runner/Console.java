package dev.tidegate.action.runner;

import dev.tidegate.action.runner.Annotation.Level;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The only way out to the log. Secrets are masked in all of it, and what is printed as text stands
 * between {@code ::stop-commands::} and a word that nobody knows, so that it commands nothing.
 */
public final class Console {
  /** GitHub shows that many of each level a step. */
  static final int ANNOTATIONS = 10;

  /**
   * Controls move the cursor or hide what was written; only tab and line end mean what they are.
   */
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

  private final PrintStream out;
  private final Secrets secrets;
  private final Supplier<String> words;

  /** A console by which the runner listens. */
  public Console(PrintStream out, Secrets secrets) {
    this(out, secrets, RandomWords.words());
  }

  Console(PrintStream out, Secrets secrets, Supplier<String> words) {
    this.out = out;
    this.secrets = secrets;
    this.words = words;
  }

  /** Tells the runner what to hide; has to come before anything else that is printed. */
  public void hideSecrets() {
    secrets.forms().forEach(form -> command(WorkflowCommand.of("add-mask", form)));
  }

  /** Prints text of any origin, in as many lines as it has. */
  public void print(String text) {
    var clean = masked(text);
    var word = words.get();
    command(WorkflowCommand.of("stop-commands", word));
    clean.lines().forEach(out::println);
    out.println("::" + word + "::");
    out.flush();
  }

  /** Prints text that can be folded away under a title. */
  public void print(String title, String text) {
    command(WorkflowCommand.of("group", masked(title)));
    print(text);
    command(WorkflowCommand.of("endgroup", ""));
  }

  /**
   * Prints the gravest remarks, as many as GitHub shows.
   *
   * @return how many were left out
   */
  public int annotate(List<Annotation> annotations) {
    var printed = new EnumMap<Level, Integer>(Level.class);
    var sorted = annotations.stream().sorted(Comparator.comparing(Annotation::level)).toList();
    for (var annotation : sorted) {
      if (printed.merge(annotation.level(), 1, Integer::sum) <= ANNOTATIONS) {
        command(command(annotation));
      }
    }
    return printed.values().stream().mapToInt(many -> Math.max(0, many - ANNOTATIONS)).sum();
  }

  private WorkflowCommand command(Annotation annotation) {
    var properties = new LinkedHashMap<String, String>();
    properties.put("file", masked(annotation.file().orElse("")));
    annotation.line().ifPresent(line -> properties.put("line", String.valueOf(line)));
    properties.put("title", masked(annotation.title()));
    var name =
        switch (annotation.level()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case NOTICE -> "notice";
        };
    return new WorkflowCommand(name, properties, masked(annotation.message()));
  }

  private String masked(String text) {
    return CONTROLS.matcher(secrets.mask(text.replace("\r\n", "\n"))).replaceAll("�");
  }

  private void command(WorkflowCommand command) {
    out.println(command.line());
    out.flush();
  }
}
