package dev.tidegate.copy;

import dev.tidegate.copy.CopyOptions.BadValues;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Carries the rows of one table: read, convert, digest, write. */
final class TableTransfer {
  private static final int PROGRESS_STEP = 1024;

  private final TableCopy table;
  private final Conversion[] conversions;
  private final TableDigest digest;
  private final BadRows bad;
  private final RejectFile rejects;
  private final boolean rejecting;
  private final Cell scratch = new Cell();
  private final JsonNumbers jsonNumbers;
  private long rejected;
  private long nanos;

  /**
   * A transfer that has not begun.
   *
   * @param bad takes what does not fit
   * @param rejects takes its rows, where the options say so
   */
  TableTransfer(
      TableCopy table,
      List<Conversion> conversions,
      CopyOptions options,
      BadRows bad,
      RejectFile rejects) {
    this.table = table;
    this.conversions = conversions.toArray(Conversion[]::new);
    this.bad = bad;
    jsonNumbers = new JsonNumbers(table);
    this.rejects = rejects;
    rejecting = options.badValues() == BadValues.REJECT;
    digest =
        new TableDigest(
            table.columns().stream().map(column -> column.to().type()).toList(),
            options.verification() != CopyOptions.Verification.DIGEST);
  }

  TableCopy table() {
    return table;
  }

  /** Of the rows that were written, in the form in which the target takes them. */
  TableDigest digest() {
    return digest;
  }

  /** Rows that were left out. */
  long rejected() {
    return rejected;
  }

  /** How long carrying took. */
  long millis() {
    return nanos / 1_000_000;
  }

  /** What a reader should know of the values, in words. */
  List<String> notes() {
    return jsonNumbers.notes();
  }

  /** Carries all rows. Once one does not fit and none is left out, the rest is only looked at. */
  void run(RowReader reader, RowWriter writer, CopyProgress progress) throws SQLException {
    var started = System.nanoTime();
    var cells = Stream.generate(Cell::new).limit(conversions.length).toArray(Cell[]::new);
    var row = new EncodedRow(conversions.length);
    var sinceProgress = 0;
    while (read(reader, cells)) {
      if (convert(cells, row) && (rejecting || bad.total() == 0)) {
        digest.add(row);
        writer.write(row);
      }
      if (++sinceProgress == PROGRESS_STEP) {
        progress.advance(sinceProgress);
        sinceProgress = 0;
      }
    }
    progress.advance(sinceProgress);
    writer.finish();
    rejects.nextTable();
    nanos = System.nanoTime() - started;
  }

  private static boolean read(RowReader reader, Cell[] cells) throws SourceFailure {
    try {
      return reader.next(cells);
    } catch (SQLException e) {
      throw new SourceFailure(e);
    }
  }

  private boolean convert(Cell[] cells, EncodedRow row) {
    row.begin();
    for (var i = 0; i < conversions.length; i++) {
      jsonNumbers.look(i, cells[i]);
      if (cells[i].kind() == Cell.Kind.NULL) {
        row.nullField();
        continue;
      }
      row.beginField();
      try {
        convert(i, cells[i], row);
      } catch (UnfitValue e) {
        listAll(cells);
        return false;
      }
      row.endField();
    }
    jsonNumbers.keepRow();
    return true;
  }

  /** Leaves the cell as it is, since the whole row is shown when one value does not fit. */
  private void convert(int column, Cell cell, EncodedRow row) throws UnfitValue {
    scratch.set(cell);
    conversions[column].convert(scratch, row);
  }

  /** Goes through the row again, since more than one of its values may not fit. */
  private void listAll(Cell[] cells) {
    var key = key(cells);
    var discarded = new EncodedRow(conversions.length);
    var reasons = new ArrayList<String>();
    for (var i = 0; i < conversions.length; i++) {
      if (cells[i].kind() == Cell.Kind.NULL) {
        continue;
      }
      var shown = cells[i].display();
      discarded.begin();
      try {
        convert(i, cells[i], discarded);
      } catch (UnfitValue e) {
        var column = table.columns().get(i);
        var kind =
            new BadRows.Kind(
                table.from().display(), column.from().name(), column.to().type().name(), e.why());
        bad.add(kind, key, shown);
        reasons.add(column.from().name() + ": " + e.why());
      }
    }
    if (rejecting) {
      rejected++;
      rejects.add(table, cells, reasons);
    }
  }

  /** The row's key in words; where it has none, its place in the order of reading. */
  private String key(Cell[] cells) {
    var positions = table.keyPositions();
    if (positions.isEmpty()) {
      return "row " + (digest.count() + rejected + 1);
    }
    return positions.stream()
        .map(i -> table.columns().get(i).from().name() + "=" + cells[i].display())
        .collect(Collectors.joining(", "));
  }
}
