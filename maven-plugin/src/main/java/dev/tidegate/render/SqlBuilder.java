package dev.tidegate.render;

import dev.tidegate.schema.ObjectId;
import java.util.Collection;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Puts one statement together: words with single spaces between them, identifiers quoted where they
 * need it. Not safe for several threads; made for one statement and thrown away.
 */
public final class SqlBuilder {
  private final UnaryOperator<String> quote;
  private final StringBuilder sql = new StringBuilder();

  /** A builder that quotes names as this function does. */
  public SqlBuilder(UnaryOperator<String> quote) {
    this.quote = quote;
  }

  /** Keywords or any other text that is SQL already; empty text adds nothing. */
  public SqlBuilder words(String text) {
    if (text.isEmpty()) {
      return this;
    }
    if (!sql.isEmpty() && " (\n".indexOf(sql.charAt(sql.length() - 1)) < 0) {
      sql.append(' ');
    }
    sql.append(text);
    return this;
  }

  /** A name, quoted where it needs it. */
  public SqlBuilder name(String name) {
    return words(quote.apply(name));
  }

  /** A name with all that it stands in, for objects whose whole path is their name. */
  public SqlBuilder name(ObjectId id) {
    return words(qualified(id.path()));
  }

  /** Names with commas between them, in parentheses. */
  public SqlBuilder names(Collection<String> names) {
    return words(names.stream().map(quote).collect(Collectors.joining(", ", "(", ")")));
  }

  /** A text as a literal of standard SQL. */
  public SqlBuilder literal(String text) {
    return words("'" + text.replace("'", "''") + "'");
  }

  /** Items on lines of their own, indented, in parentheses; {@code ()} where there are none. */
  public SqlBuilder block(Collection<String> items) {
    return words(
        items.isEmpty()
            ? "()"
            : items.stream()
                .map(item -> "  " + item.replace("\n", "\n  "))
                .collect(Collectors.joining(",\n", "(\n", "\n)")));
  }

  /** The path with dots, each name quoted where it needs it. */
  public String qualified(Collection<String> path) {
    return path.stream().map(quote).collect(Collectors.joining("."));
  }

  /** The statement so far. */
  public String sql() {
    return sql.toString();
  }
}
