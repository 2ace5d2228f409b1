package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.sqlite.TableDefinition.Term;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a CREATE INDEX statement. */
final class CreateIndexParser {
  private final ObjectId id;
  private final ObjectId table;
  private final ExpressionText text;
  private final Map<ObjectId, Column> columns;

  /**
   * A parser.
   *
   * @param columns among which those of the table are found
   */
  CreateIndexParser(
      String name, ObjectId table, ExpressionText text, Map<ObjectId, Column> columns) {
    this.id = ObjectId.of(ObjectKind.INDEX, name);
    this.table = table;
    this.text = text;
    this.columns = columns;
  }

  /**
   * Reads the statement as {@code sqlite_schema} stores it.
   *
   * @throws SqlNotUnderstoodException when it cannot be read
   */
  Index parse(String sql) {
    var reader = TokenReader.of(sql);
    reader.expect("CREATE");
    var unique = reader.takeIf("UNIQUE");
    reader.expect("INDEX");
    reader.name();
    reader.expect("ON");
    reader.name();
    List<Index.Element> keys =
        reader.list().stream().map(ConstraintParser::term).map(this::element).toList();
    Optional<String> where =
        reader.takeIf("WHERE") ? Optional.of(text.of(reader.rest())) : Optional.empty();
    return new Index(
        id, table, "btree", unique, keys, List.of(), where, Optional.empty(), new TreeMap<>());
  }

  private Index.Element element(Term term) {
    var column = term.column().flatMap(text::column);
    var declared = term.collation().or(() -> column.flatMap(this::collationOf));
    var collation =
        TableReader.collation(declared).equals(column.flatMap(this::collationOf))
            ? Optional.<String>empty()
            : Optional.of(TableReader.collation(declared).orElse("BINARY"));
    return new Index.Element(
        column,
        column.map(SqliteIdentifiers::quote).orElseGet(() -> text.of(term.expression())),
        collation,
        Optional.empty(),
        term.descending() ? "DESC" : "");
  }

  private Optional<String> collationOf(String column) {
    return Optional.ofNullable(columns.get(table.member(ObjectKind.COLUMN, column)))
        .flatMap(Column::collation);
  }
}
