package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.literal;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;

import dev.tidegate.dialect.Tokenizer;
import dev.tidegate.diff.Pair;
import dev.tidegate.jdbc.Product;
import dev.tidegate.schema.Column;
import java.util.Map;
import java.util.Set;

/**
 * Queries that count the values of a column which another type refuses, cuts or rounds.
 *
 * @param column as it is in {@code from}
 * @param type of the column before and after
 */
record TypeProbes(Probes probes, Column column, Pair<String> type) {
  /** The greatest value of each type that has one. */
  private static final Map<String, String> GREATEST =
      Map.of(
          "smallint", "32767",
          "integer", "2147483647",
          "bigint", "9223372036854775807",
          "real", "3.4028235e38",
          "double precision", "1.7976931348623157e308");

  private static final String WRAPPER =
      "SELECT CASE WHEN current_setting('server_version_num')::integer >= 160000 THEN"
          + " split_part(split_part(query_to_xml(";

  private static final Set<String> FLOATS = Set.of("real", "double precision");

  /** Between these every cast does something with every value. */
  private static final Set<String> NEVER_REFUSED =
      Set.of(
          "boolean",
          "date",
          "interval",
          "time with time zone",
          "time without time zone",
          "timestamp with time zone",
          "timestamp without time zone");

  /** The values that would be cut or rounded; all that are not null where that cannot be told. */
  String changed() {
    if (toTextOfLength()) {
      return probes.matching(column, "char_length(%s::text) > %d".formatted(name(), length()));
    }
    if (amongNumbers()) {
      return probes.matching(column, rounded());
    }
    if (type.to().equals("date") && type.from().startsWith("timestamp")) {
      return probes.matching(column, "date_trunc('day', %1$s) <> %1$s".formatted(name()));
    }
    return probes.values(column);
  }

  /** The values that would be refused; all that are not null where that cannot be told. */
  String refused() {
    if (toTextOfLength()) {
      // What is cut off may be blanks only, in an assignment.
      // https://www.postgresql.org/docs/current/datatype-character.html
      return probes.matching(
          column, "char_length(rtrim(%s::text, ' ')) > %d".formatted(name(), length()));
    }
    if (amongNumbers()) {
      return probes.matching(column, tooGreat());
    }
    var pair = type.map(it -> PostgresTypes.Parsed.of(it).base());
    if (NEVER_REFUSED.contains(pair.to())
        && (NEVER_REFUSED.contains(pair.from()) || pair.from().equals("integer"))) {
      return probes.matching(column, "false");
    }
    var byText =
        PostgresTypes.using("", type).filter(it -> it.contains("text")).isPresent()
            || PostgresTypes.TEXTS.contains(pair.from())
            || pair.from().startsWith("json");
    return byText && probes.isTypeThere(column) ? invalid() : probes.values(column);
  }

  /** The same, or a query that older servers refuse, which therefore know nothing for certain. */
  String refusedForCertain() {
    var count = refused();
    return count.startsWith("SELECT CASE ") ? countInvalid() : count;
  }

  private String rounded() {
    var to = PostgresTypes.Parsed.of(type.to());
    if (FLOATS.contains(to.base())) {
      return "CASE WHEN %s THEN false ELSE %s::%s::text::numeric <> %s::numeric END"
          .formatted(tooGreat(), name(), to.base(), name());
    }
    return to.base().equals("numeric") && to.length().isEmpty()
        ? "false"
        : "round(%1$s::numeric, %2$d) <> %1$s::numeric".formatted(name(), to.scale());
  }

  /** NaN is greater than all numbers, and only types with a fraction have it. */
  private String tooGreat() {
    var to = PostgresTypes.Parsed.of(type.to());
    if (to.base().equals("numeric")) {
      return to.length().isEmpty()
          ? "false"
          : "%1$s::numeric <> 'NaN' AND abs(round(%1$s::numeric, %2$d)) >= 1e%3$d"
              .formatted(name(), to.scale(), length() - to.scale());
    }
    var greatest = GREATEST.get(to.base());
    if (FLOATS.contains(to.base())) {
      return "%1$s::numeric NOT IN ('NaN', 'Infinity', '-Infinity') AND abs(%1$s::numeric) > %2$s"
          .formatted(name(), greatest);
    }
    return "round(%s::numeric) NOT BETWEEN -%s - 1 AND %s".formatted(name(), greatest, greatest);
  }

  /**
   * Whether a text is a value can be asked from 16 on; before, all values are counted. The question
   * stands in a text of its own, since an older server would refuse a query that names it.
   * https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-VALIDITY
   */
  private String invalid() {
    var count = countInvalid().replaceFirst("count\\(\\*\\)", "count(*) AS n");
    return (WRAPPER
            + "%s, true, false, '')::text, '<n>', 2), '</n>', 1)"
            + "::bigint ELSE (%s) END")
        .formatted(literal(count), probes.values(column));
  }

  /**
   * A query as it was before {@link #invalid} put it in a text; any other as it is. Nothing of a
   * migration stands in front of its own expressions, so none can look like this.
   */
  static String withoutWrapper(String query) {
    if (!query.startsWith(WRAPPER)) {
      return query;
    }
    var rest = query.substring(WRAPPER.length());
    var inner = Tokenizer.tokens(Product.POSTGRESQL, rest).get(0);
    return inner.value() + " UNION ALL " + rest.substring(inner.end());
  }

  private String countInvalid() {
    var to = type.to();
    var element =
        to.endsWith("[]") && !type.from().endsWith("[]") ? to.substring(0, to.length() - 2) : to;
    return probes.matching(
        column, "NOT pg_input_is_valid(%s::text, %s)".formatted(name(), literal(element)));
  }

  private boolean toTextOfLength() {
    var to = PostgresTypes.Parsed.of(type.to());
    return to.base().startsWith("character")
        && to.array().isEmpty()
        && !type.from().endsWith("]")
        && (to.length().isPresent() || to.base().equals("character"));
  }

  private boolean amongNumbers() {
    var both = type.map(PostgresTypes.Parsed::of);
    return PostgresTypes.NUMBERS.contains(both.from().base())
        && PostgresTypes.NUMBERS.contains(both.to().base())
        && both.from().array().isEmpty()
        && both.to().array().isEmpty();
  }

  private int length() {
    return PostgresTypes.Parsed.of(type.to()).length().orElse(1);
  }

  private String name() {
    return "t." + quote(column.id().name());
  }
}
