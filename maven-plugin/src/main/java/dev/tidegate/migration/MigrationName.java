package dev.tidegate.migration;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How migration files are named. */
public final class MigrationName {
  private static final Pattern MEANT_AS_ONE =
      Pattern.compile("([VBvb]_?[0-9].*|[Rr]__?.*|[VBvb]__.*)\\.sql");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

  private MigrationName() {}

  /**
   * The version for a new migration named by the time, UTC: {@code yyyyMMddHHmmss}, and in any case
   * later than all that the folder has.
   */
  public static Version nextByTime(MigrationFolder folder, Clock clock) {
    var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    var stamp = Version.parse(STAMP.format(now));
    return folder
        .lastVersion()
        .filter(last -> last.compareTo(stamp) >= 0)
        .map(MigrationName::following)
        .orElse(stamp);
  }

  /** The version after the last, as wide as the last: {@code 0007} is followed by {@code 0008}. */
  public static Version nextInSequence(MigrationFolder folder) {
    return folder.lastVersion().map(MigrationName::following).orElse(Version.parse("1"));
  }

  /**
   * The versions for so many new migrations: from the first on each a second later, or the next
   * number where the first is no time.
   */
  public static List<Version> following(Version first, int count) {
    var versions = new ArrayList<>(List.of(first));
    while (versions.size() < count) {
      versions.add(after(versions.get(versions.size() - 1)));
    }
    return List.copyOf(versions);
  }

  private static Version after(Version version) {
    try {
      var time = LocalDateTime.parse(version.toString(), STAMP);
      return Version.parse(STAMP.format(time.plusSeconds(1)));
    } catch (DateTimeParseException e) {
      return following(version);
    }
  }

  /** The file name of the way back, which Flyway's free edition does not read. */
  public static String undoFile(Version version, String name) {
    return "U" + file(version, name).substring(1);
  }

  /** The file name: {@code V7__add_email.sql}. */
  public static String file(Version version, String name) {
    var words = name.strip().replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "");
    return "V" + version + "__" + words + ".sql";
  }

  private static Version following(Version last) {
    var first = last.toString().split("\\.")[0];
    var next = last.numbers().get(0).add(java.math.BigInteger.ONE).toString();
    return Version.parse("0".repeat(Math.max(0, first.length() - next.length())) + next);
  }

  static Optional<MigrationFile.Kind> kind(String prefix) {
    return switch (prefix) {
      case "V" -> Optional.of(MigrationFile.Kind.VERSIONED);
      case "B" -> Optional.of(MigrationFile.Kind.BASELINE);
      case "R" -> Optional.of(MigrationFile.Kind.REPEATABLE);
      default -> Optional.empty();
    };
  }

  /**
   * Whether a file that Flyway passes over in silence looks as if somebody expects it to run:
   * {@code V7_one_underscore.sql}, {@code v7__lower_case.sql}.
   */
  static boolean isMeantAsOne(String file) {
    return MEANT_AS_ONE.matcher(file).matches();
  }

  static String whyNot(String file) {
    if (Character.isLowerCase(file.charAt(0))) {
      return "the prefix `" + file.charAt(0) + "` must be an upper-case letter";
    }
    if (!file.contains("__")) {
      return "two underscores must stand between version and description";
    }
    return "the version must be numbers separated by dots or single underscores";
  }
}
