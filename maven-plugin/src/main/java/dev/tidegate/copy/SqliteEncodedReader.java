package dev.tidegate.copy;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Reads rows of SQLite back as they are stored. */
final class SqliteEncodedReader implements EncodedReader {
  private final RowReader reader;
  private final Cell[] cells;

  SqliteEncodedReader(RowReader reader, int columns) {
    this.reader = reader;
    cells = Stream.generate(Cell::new).limit(columns).toArray(Cell[]::new);
  }

  @Override
  public boolean next(EncodedRow row) throws SQLException {
    if (!reader.next(cells)) {
      return false;
    }
    row.begin();
    for (var cell : cells) {
      if (cell.kind() == Cell.Kind.NULL) {
        row.nullField();
      } else {
        row.beginField();
        SqliteValue.stored(cell, row);
        row.endField();
      }
    }
    return true;
  }

  @Override
  public void close() throws SQLException {
    reader.close();
  }
}
