package dev.tidegate.copy;

import java.sql.SQLException;
import java.util.List;

/** Reads rows of PostgreSQL into cells; what needs no conversion is passed on as it is encoded. */
final class PostgresRowReader implements RowReader {
  private final EncodedReader reader;
  private final EncodedRow encoded;
  private final FromPostgres[] decoders;
  private final boolean[] passedOn;

  PostgresRowReader(EncodedReader reader, List<ColumnCopy> columns) {
    this.reader = reader;
    encoded = new EncodedRow(columns.size());
    decoders = new FromPostgres[columns.size()];
    passedOn = new boolean[columns.size()];
    for (var i = 0; i < columns.size(); i++) {
      decoders[i] = FromPostgres.of(columns.get(i).from().type().family());
      passedOn[i] = passesOn(columns.get(i));
    }
  }

  /** Whether values of this column go from one PostgreSQL to the other bit by bit. */
  static boolean passesOn(ColumnCopy column) {
    var from = column.from().type();
    var to = column.to().type();
    return from.family() == to.family()
        && from.family() != Family.ENUM
        && from.family() != Family.OTHER
        && (to.limit().isEmpty()
            || (to.limit().equals(from.limit()) && to.scale() == from.scale()));
  }

  @Override
  public boolean next(Cell[] row) throws SQLException {
    if (!reader.next(encoded)) {
      return false;
    }
    for (var i = 0; i < decoders.length; i++) {
      if (encoded.isNull(i)) {
        row[i].setNull();
      } else if (passedOn[i]) {
        row[i].set(Cell.Kind.ENCODED, encoded.bytes(), encoded.start(i), encoded.length(i));
      } else {
        decoders[i].decode(encoded.bytes(), encoded.start(i), encoded.length(i), row[i]);
      }
    }
    return true;
  }

  @Override
  public void close() throws SQLException {
    reader.close();
  }
}
