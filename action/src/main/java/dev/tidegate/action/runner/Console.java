package dev.tidegate.action.runner;

import dev.tidegate.action.runner.Annotation.Level;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * Controls move the cursor or hide what was written, or turn the direction in which it is read;
   * only tab and line end mean what they are.
   */
  private static final Pattern CONTROLS =
      Pattern.compile(
          "[\\p{Cc}\\x{061C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\\n\\t]]");

  private final PrintStream out;
  private final Secrets secrets;
  private final Supplier<String> words;
  private final boolean listening;
  private final Map<Level, Integer> annotated = new EnumMap<>(Level.class);

  /** A console by which the runner listens. */
  public Console(PrintStream out, Secrets secrets) {
    this(out, secrets, RandomWords.words(), /* listening= */ true);
  }

  private Console(PrintStream out, Secrets secrets, Supplier<String> words, boolean listening) {
    this.out = out;
    this.secrets = secrets;
    this.words = words;
    this.listening = listening;
  }

  /** A console without a runner: text is printed and nothing commands. */
  public static Console plain(PrintStream out, Secrets secrets) {
    return new Console(out, secrets, RandomWords.words(), /* listening= */ false);
  }

  /** Tells the runner what to hide; has to come before anything else that is printed. */
  public void hideSecrets() {
    secrets.forms().forEach(form -> command(WorkflowCommand.of("add-mask", form)));
  }

  /** Prints text of any origin, in as many lines as it has. */
  public void print(String text) {
    try (var part = new Part("")) {
      text.lines().forEach(part::line);
    }
  }

  /** Prints text that can be folded away under a title. */
  public void print(String title, String text) {
    try (var part = open(title)) {
      text.lines().forEach(part::line);
    }
  }

  /** Begins a part that can be folded away; until it is closed nothing else is printed. */
  public Part open(String title) {
    return new Part(title);
  }

  /** Lines of any origin, printed as they come. */
  public final class Part implements AutoCloseable {
    private final String word = words.get();
    private final boolean folded;

    private Part(String title) {
      folded = !title.isEmpty();
      if (folded) {
        command(WorkflowCommand.of("group", masked(title)));
      }
      command(WorkflowCommand.of("stop-commands", word));
    }

    /** Prints one line; what it holds of line ends begins others. */
    public void line(String text) {
      masked(text).lines().forEach(out::println);
      if (text.isEmpty()) {
        out.println();
      }
      out.flush();
    }

    @Override
    public void close() {
      command(WorkflowCommand.of(word, ""));
      if (folded) {
        command(WorkflowCommand.of("endgroup", ""));
      }
    }
  }

  /**
   * Prints the gravest remarks, as many as GitHub shows of a step, and how many more there are. One
   * error less than GitHub shows, so that {@link #annotateFailure} has room.
   */
  public void annotate(List<Annotation> annotations) {
    var left = 0;
    for (var annotation :
        annotations.stream().sorted(Comparator.comparing(Annotation::level)).toList()) {
      var most = annotation.level() == Level.ERROR ? ANNOTATIONS - 1 : ANNOTATIONS;
      if (annotated.merge(annotation.level(), 1, Integer::sum) <= most) {
        command(command(annotation));
      } else {
        left++;
      }
    }
    if (left > 0) {
      print("remarks not shown beside the lines, as GitHub shows " + ANNOTATIONS + ": " + left);
    }
  }

  /** Prints why the step fails; there is room for it whatever was remarked before. */
  public void annotateFailure(Annotation annotation) {
    command(command(annotation));
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
    if (listening) {
      out.println(command.line());
      out.flush();
    }
  }
}
