package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of all views of one kind. They are no objects, but can have a comment. */
final class ViewColumns {
  private static final String QUESTION =
      """
      SELECT a.attrelid, a.attnum, a.attname,
             quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) AS declaration
      FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = :namespaces AND c.relkind =\
      """;

  private record Numbered(int number, String name, String declaration) {}

  private final Look look;
  private final char kind;
  private final Map<Long, List<Numbered>> columns = new HashMap<>();

  ViewColumns(Look look, char kind) {
    this.look = look;
    this.kind = kind;
  }

  void read() throws SQLException {
    look.each(
        QUESTION + " '" + kind + "' ORDER BY a.attrelid, a.attnum",
        row ->
            columns
                .computeIfAbsent(row.number("attrelid"), key -> new ArrayList<>())
                .add(
                    new Numbered(
                        row.count("attnum"), row.text("attname"), row.text("declaration"))));
  }

  /** Name and type of each column of a view. */
  List<String> of(long view) {
    return columns.getOrDefault(view, List.of()).stream().map(Numbered::declaration).toList();
  }

  /** Lets comments on the view's columns be found. */
  void addSubjects(long view, ObjectId id) {
    for (var column : columns.getOrDefault(view, List.of())) {
      look.addresses()
          .addSubject(
              Address.ofColumn(view, column.number()), id.member(ObjectKind.COLUMN, column.name()));
    }
  }

  /** A query as pg_get_viewdef prints it, without the space before and the semicolon after it. */
  static String query(String printed) {
    var text = printed.strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }
}
