package dev.tidegate.dialect.sqlite;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.View;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads a CREATE VIEW statement. */
final class CreateViewParser {
  private CreateViewParser() {}

  /**
   * Reads the statement as {@code sqlite_schema} stores it. The query stays as it was written, line
   * breaks and comments included, without what stands around it.
   *
   * @throws SqlNotUnderstoodException when it cannot be read
   */
  static View parse(ObjectId id, String sql) {
    var reader = TokenReader.of(sql);
    reader.expect("CREATE");
    reader.expect("VIEW");
    reader.name();
    var options = new TreeMap<String, String>();
    if (reader.peek().isOperator("(")) {
      options.put(
          SqliteOptions.COLUMNS,
          reader.list().stream()
              .map(item -> SqliteIdentifiers.quote(new TokenReader(item).name()))
              .collect(Collectors.joining(", ")));
    }
    reader.expect("AS");
    var query = reader.rest();
    if (query.isEmpty()) {
      throw new SqlNotUnderstoodException("no query");
    }
    var text = sql.substring(query.get(0).start(), query.get(query.size() - 1).end());
    return new View(id, List.of(), text, options);
  }
}
