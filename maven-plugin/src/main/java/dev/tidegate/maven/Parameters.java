package dev.tidegate.maven;

import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of the strings that Maven injects, and remembers all that cannot be one, so that a
 * run says everything that is wrong at once and before any connection is opened.
 */
final class Parameters {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|m|h)?");

  private final String goal;
  private final List<String> bad = new ArrayList<>();

  Parameters(String goal) {
    this.goal = goal;
  }

  /** One of these words. */
  String oneOf(String name, String value, List<String> allowed) {
    var word = value.strip().toLowerCase(Locale.ROOT);
    if (!allowed.contains(word)) {
      bad.add(name + "=" + value + " is not one of " + String.join(", ", allowed));
    }
    return word;
  }

  /** A whole number in these bounds. */
  int number(String name, int value, int least, int most) {
    if (value < least || value > most) {
      bad.add(name + "=" + value + " is not between " + least + " and " + most);
    }
    return value;
  }

  /** A time such as {@code 5s}, {@code 250ms}, {@code 2min}; none when unset or {@code none}. */
  Optional<Duration> duration(String name, @Nullable String value) {
    var text = text(value).map(s -> s.toLowerCase(Locale.ROOT)).filter(s -> !s.equals("none"));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var matcher = DURATION.matcher(text.get());
    if (!matcher.matches()) {
      bad.add(name + "=" + value + " is not a time such as 500ms, 5s, 2min, 1h or none");
      return Optional.empty();
    }
    var count = Long.parseLong(matcher.group(1));
    var duration =
        switch (String.valueOf(matcher.group(2))) {
          case "ms" -> Duration.ofMillis(count);
          case "m", "min" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofSeconds(count);
        };
    return Optional.of(duration).filter(d -> !d.isZero());
  }

  /** Remembers that one cannot be a value, in words. */
  void refuse(String why) {
    bad.add(why);
  }

  /** A text; blank counts as unset. */
  static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The words of a list without blanks. */
  static List<String> words(@Nullable List<String> values) {
    return values == null
        ? List.of()
        : values.stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
  }

  /** Fails with all that was wrong so far, if anything was. */
  void refuseIfBad() {
    if (!bad.isEmpty()) {
      var count = bad.size() == 1 ? "1 parameter" : bad.size() + " parameters";
      throw Problem.of(ProblemCode.BAD_PARAMETERS, count + " of goal " + goal + " not understood")
          .withDetail(bad)
          .withState("nothing was changed")
          .withHint("mvn tidegate:help -Ddetail -Dgoal=" + goal)
          .exception();
    }
  }
}
