package dev.tidegate.copy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conversion into types of PostgreSQL that are carried by their text form: PostgreSQL itself
 * reads it, in a cast from a staging column. An array may be written as JSON.
 */
final class OtherText {
  private OtherText() {}

  static Conversion of(ColumnType type) {
    return type.name().endsWith("[]")
        ? (from, to) -> array(type, from, to)
        : (from, to) -> ToPostgres.text(type, from, to);
  }

  private static void array(ColumnType type, Cell from, EncodedRow to) throws UnfitValue {
    // PostgreSQL's own form may start with its bounds: [0:1]={7,8}
    if (from.kind() == Cell.Kind.TEXT
        && from.text().startsWith("[")
        && !from.text().contains("]={")) {
      if (!(JsonText.parse(from.text()) instanceof List<?> items)) {
        throw new UnfitValue("not an array");
      }
      from.setText(literal(items));
    }
    ToPostgres.text(type, from, to);
  }

  /** The array as https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO has it. */
  private static String literal(List<?> items) {
    var literal = new StringBuilder("{");
    for (var i = 0; i < items.size(); i++) {
      literal.append(i == 0 ? "" : ",").append(element(items.get(i)));
    }
    return literal.append('}').toString();
  }

  private static String element(@Nullable Object item) {
    if (item == null) {
      return "NULL";
    }
    if (item instanceof List<?> inner) {
      return literal(inner);
    }
    var text = new StringBuilder();
    if (item instanceof String string) {
      text.append(string);
    } else {
      JsonText.write(item, text);
    }
    return '"' + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
