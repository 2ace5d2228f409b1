package dev.tidegate.action.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The inputs of the step. An input that is not set reaches a container as an empty text, so empty
 * is unset. What is wrong is collected, so that all of it is said at once: see {@link #problems}.
 */
public final class Inputs {
  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  /** Inputs as the runner puts them into the environment. */
  public Inputs(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Upper case, blanks as underscores, hyphens as they are: the runner's own rule. */
  public static String variable(String name) {
    return "INPUT_" + name.replace(' ', '_').toUpperCase(Locale.ROOT);
  }

  /** A text, without blanks around it. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(environment.get(variable(name)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** A truth value in any of YAML's spellings, as {@code true}, {@code True} and {@code TRUE}. */
  public boolean flag(String name, boolean otherwise) {
    var value = text(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    return switch (value.get()) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      default -> {
        problem(name, "is true or false", value.get());
        yield otherwise;
      }
    };
  }

  /** One of several words. */
  public String oneOf(String name, List<String> words, String otherwise) {
    var value = text(name).orElse(otherwise);
    if (words.contains(value)) {
      return value;
    }
    problem(name, "is one of " + String.join(", ", words), value);
    return otherwise;
  }

  /** A whole number of at least 0. */
  public OptionalInt number(String name) {
    var value = text(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    if (value.get().matches("\\d{1,9}")) {
      return OptionalInt.of(Integer.parseInt(value.get()));
    }
    problem(name, "is a whole number", value.get());
    return OptionalInt.empty();
  }

  /** Several texts, one a line or with commas between them. */
  public List<String> list(String name) {
    return text(name).stream()
        .flatMap(value -> Stream.of(value.split("[,\\n\\r]")))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** Arguments of a command; quotes hold words together, and no shell ever sees them. */
  public List<String> arguments(String name) {
    var value = text(name);
    if (value.isEmpty()) {
      return List.of();
    }
    try {
      return Arguments.split(value.get());
    } catch (IllegalArgumentException e) {
      problems.add("input " + name + " " + e.getMessage());
      return List.of();
    }
  }

  /** Says what is wrong in words of the caller's, who knows more of the input. */
  public void refuse(String name, String rule) {
    problems.add("input " + name + " " + rule);
  }

  /** What is wrong with the inputs read so far, in the order in which they were read. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  private void problem(String name, String rule, String value) {
    problems.add("input " + name + " " + rule + ", not \"" + value + "\"");
  }
}
