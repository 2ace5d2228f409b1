package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What PostgreSQL's types can become, as {@code format_type} writes them.
 * https://www.postgresql.org/docs/current/catalog-pg-cast.html
 */
final class PostgresTypes {
  /** What becomes of a column's rows when its type changes. */
  enum Conversion {
    /** Every value fits and is stored as before: no row is touched. */
    FREE,
    /** Every value fits, in another form: the table is written anew. */
    WIDENING,
    /** Values may be refused, cut or rounded. */
    NARROWING
  }

  private static final Pattern TYPE =
      Pattern.compile(
          "(.*?)(?: ?\\(([0-9]+)(?:,(-?[0-9]+))?\\))?( with(?:out)? time zone)?((?:\\[\\])*)");
  static final Set<String> TEXTS = Set.of("text", "character varying", "character");
  static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

  /** Assignment and implicit casts between different types, beside those among numbers. */
  private static final Map<String, Set<String>> ASSIGNMENT =
      Map.ofEntries(
          Map.entry("bit", Set.of("bit varying")),
          Map.entry("bit varying", Set.of("bit")),
          Map.entry("cidr", Set.of("inet")),
          Map.entry("inet", Set.of("cidr")),
          Map.entry("date", Set.of("timestamp with time zone", "timestamp without time zone")),
          Map.entry("integer", Set.of("money", "oid")),
          Map.entry("bigint", Set.of("money", "oid")),
          Map.entry("smallint", Set.of("oid")),
          Map.entry("numeric", Set.of("money")),
          Map.entry("money", Set.of("numeric")),
          Map.entry("oid", Set.of("bigint", "integer")),
          Map.entry("json", Set.of("jsonb")),
          Map.entry("jsonb", Set.of("json")),
          Map.entry("macaddr", Set.of("macaddr8")),
          Map.entry("macaddr8", Set.of("macaddr")),
          Map.entry("interval", Set.of("time without time zone")),
          Map.entry("time without time zone", Set.of("interval", "time with time zone")),
          Map.entry("time with time zone", Set.of("time without time zone")),
          Map.entry(
              "timestamp without time zone",
              Set.of("date", "time without time zone", "timestamp with time zone")),
          Map.entry(
              "timestamp with time zone",
              Set.of(
                  "date",
                  "time with time zone",
                  "time without time zone",
                  "timestamp without time zone")));

  /** Casts that have to be asked for. */
  private static final Map<String, Set<String>> EXPLICIT =
      Map.of(
          "integer", Set.of("boolean", "bit", "\"char\""),
          "boolean", Set.of("integer"),
          "bigint", Set.of("bit"),
          "bit", Set.of("bigint", "integer"),
          "jsonb",
              Set.of(
                  "bigint",
                  "boolean",
                  "double precision",
                  "integer",
                  "numeric",
                  "real",
                  "smallint"));

  /** Types that hold every value of another, in another form. */
  private static final Map<String, Set<String>> WIDER =
      Map.of(
          "smallint", Set.of("integer", "bigint", "numeric", "real", "double precision"),
          "integer", Set.of("bigint", "numeric", "double precision"),
          "bigint", Set.of("numeric"),
          "real", Set.of("double precision"),
          "date", Set.of("timestamp without time zone"),
          "macaddr", Set.of("macaddr8"));

  /** Types of variable length that are kept in the row as long as possible. */
  private static final Set<String> STORED_INLINE = Set.of("numeric", "inet", "cidr");

  /** Types whose values are stored alike, as long as the modifier holds them. */
  private static final Set<List<String>> STORED_ALIKE =
      Set.of(
          List.of("character varying", "text"),
          List.of("text", "character varying"),
          List.of("cidr", "inet"));

  private PostgresTypes() {}

  /**
   * The expression by which ALTER COLUMN has to convert the column; empty where an assignment cast
   * does it. Types between which there is no cast at all meet in text.
   */
  static Optional<String> using(String column, Pair<String> type) {
    var parsed = type.map(Parsed::of);
    var from = parsed.from();
    var to = parsed.to();
    if (from.array().isEmpty() != to.array().isEmpty()) {
      return Optional.of(
          to.array().isEmpty()
              ? column + "::text::" + type.to()
              : "ARRAY[" + column + "]::" + type.to());
    }
    if (from.base().equals(to.base()) || assigns(from.base(), to.base())) {
      return Optional.empty();
    }
    var direct =
        TEXTS.contains(from.base())
            || EXPLICIT.getOrDefault(from.base(), Set.of()).contains(to.base());
    return Optional.of(column + (direct ? "" : "::text" + from.array()) + "::" + type.to());
  }

  /** What becomes of the rows when a column changes from one type to the other. */
  static Conversion conversion(Pair<String> type) {
    var parsed = type.map(Parsed::of);
    var from = parsed.from();
    var to = parsed.to();
    if (!from.array().equals(to.array())) {
      return Conversion.NARROWING;
    }
    var alike =
        from.base().equals(to.base()) || STORED_ALIKE.contains(List.of(from.base(), to.base()));
    if (alike) {
      return keepsModifier(from, to);
    }
    if (to.base().equals("text") || holds(from, to)) {
      return Conversion.WIDENING;
    }
    return Conversion.NARROWING;
  }

  /** The storage that columns of a type have when nothing is said: {@code typstorage}. */
  static String storage(String type) {
    var parsed = Parsed.of(type);
    return parsed.array().isEmpty() && STORED_INLINE.contains(parsed.base()) ? "MAIN" : "EXTENDED";
  }

  /** Whether only the modifier differs. */
  static boolean sameBase(Pair<String> type) {
    var parsed = type.map(Parsed::of);
    return parsed.from().base().equals(parsed.to().base())
        && parsed.from().array().equals(parsed.to().array());
  }

  /** Whether keys and constraints that compare both types work on, so that they can stay. */
  static boolean comparable(Pair<String> type) {
    var base = type.map(it -> Parsed.of(it).base());
    return base.from().equals(base.to())
        || (NUMBERS.contains(base.from()) && NUMBERS.contains(base.to()))
        || (TEXTS.contains(base.from()) && TEXTS.contains(base.to()));
  }

  private static boolean assigns(String from, String to) {
    return TEXTS.contains(to)
        || (NUMBERS.contains(from) && NUMBERS.contains(to))
        || ASSIGNMENT.getOrDefault(from, Set.of()).contains(to);
  }

  private static boolean holds(Parsed from, Parsed to) {
    if (!WIDER.getOrDefault(from.base(), Set.of()).contains(to.base())) {
      return false;
    }
    return to.length().isEmpty() || to.length().get() - to.scale() >= digits(from.base());
  }

  private static int digits(String integer) {
    return switch (integer) {
      case "smallint" -> 5;
      case "integer" -> 10;
      default -> 19;
    };
  }

  /**
   * A longer or no limit needs no look at the rows. A numeric keeps its rows as long as its scale
   * stays; other modifiers are rounded or padded.
   */
  private static Conversion keepsModifier(Parsed from, Parsed to) {
    if (from.base().equals("character") && !from.equals(to)) {
      return from.length().orElse(1) <= to.length().orElse(1)
          ? Conversion.WIDENING
          : Conversion.NARROWING;
    }
    if (to.length().isEmpty()) {
      return Conversion.FREE;
    }
    if (from.length().isEmpty() || from.length().get() > to.length().get()) {
      return Conversion.NARROWING;
    }
    if (from.scale() == to.scale()) {
      return Conversion.FREE;
    }
    var whole = to.length().get() - to.scale() >= from.length().get() - from.scale();
    return to.scale() > from.scale() && whole ? Conversion.WIDENING : Conversion.NARROWING;
  }

  /** A type taken apart: {@code numeric(10,2)[]} has length 10 and scale 2. */
  record Parsed(String base, Optional<Integer> length, int scale, String array) {
    static Parsed of(String type) {
      var matcher = TYPE.matcher(type);
      if (!matcher.matches()) {
        return new Parsed(type, Optional.empty(), 0, "");
      }
      var zone = Optional.ofNullable(matcher.group(4)).orElse("");
      return new Parsed(
          matcher.group(1) + zone,
          Optional.ofNullable(matcher.group(2)).map(Integer::valueOf),
          Optional.ofNullable(matcher.group(3)).map(Integer::valueOf).orElse(0),
          matcher.group(5));
    }
  }
}
