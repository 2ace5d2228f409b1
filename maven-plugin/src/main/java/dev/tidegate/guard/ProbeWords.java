package dev.tidegate.guard;

import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import java.time.Duration;
import java.util.Locale;

/** Says what a probe has counted: {@code 3 NULLs in public.users.bio}. */
record ProbeWords(Hazard hazard) {

  /** The answer where all that was counted is what the hazard is about. */
  String of(long count) {
    return amount(count) + " " + place();
  }

  /** The number with what is counted. */
  String amount(long count) {
    return count(count) + " " + noun(count);
  }

  /** The answer where more was counted than what the hazard is about. */
  String atMost(long count) {
    return hazard.type() == HazardType.MAY_FAIL_ON_DATA ? "at most " + of(count) : of(count);
  }

  String unknown(String why) {
    return what() + ": not known, " + why;
  }

  /** What is counted, without a number. */
  String what() {
    return noun(2) + " " + place();
  }

  private String place() {
    var name = hazard.object().display();
    return switch (hazard.object().kind()) {
      case CHECK -> "that break " + name;
      case FOREIGN_KEY -> "that refer to nothing by " + name;
      case PRIMARY_KEY, UNIQUE, EXCLUSION, INDEX -> "that collide under " + name;
      case ENUM -> "that hold " + label() + " of " + name;
      default -> "in " + name;
    };
  }

  private String label() {
    var quoted = hazard.message().replaceFirst("^[^']*('.*')[^']*$", "$1");
    return quoted.startsWith("'") ? quoted : "a value";
  }

  private String noun(long count) {
    var one = count == 1;
    var message = hazard.message();
    return switch (hazard.object().kind()) {
      case PRIMARY_KEY, UNIQUE, INDEX -> one ? "group of rows" : "groups of rows";
      case COLUMN ->
          message.contains("null in a row") || message.contains("a row is null")
              ? (one ? "NULL" : "NULLs")
              : message.contains("rows")
                  ? (one ? "row" : "rows")
                  : message.contains("cannot be converted")
                      ? (one ? "value that does not fit" : "values that do not fit")
                      : (one ? "value" : "values");
      default -> one ? "row" : "rows";
    };
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', ' ');
  }

  /** {@code 1.2 M}. */
  static String rounded(long count) {
    if (count >= 1_000_000) {
      return String.format(Locale.ROOT, "%.1f M", count / 1e6);
    }
    return count >= 10_000
        ? String.format(Locale.ROOT, "%d 000", Math.round(count / 1e3))
        : Long.toString(count);
  }

  /** {@code 340 MB}. */
  static String bytes(long bytes) {
    if (bytes >= 1L << 30) {
      return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
    }
    return bytes >= 1L << 20 ? (bytes >> 20) + " MB" : (bytes >> 10) + " kB";
  }

  static String time(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
