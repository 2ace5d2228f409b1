package dev.tidegate.copy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows that do not fit, one JSON object a line: {@code reason}, then under {@code row}
 * each column with its value. Bytes stand as {@code {"hex": "00ff"}}, since JSON has none.
 */
final class RejectFile implements AutoCloseable {
  private final Path folder;
  private final List<Path> written = new ArrayList<>();
  private Optional<BufferedWriter> open = Optional.empty();

  /** Writes into this folder, which is made when the first row comes. */
  RejectFile(Path folder) {
    this.folder = folder;
  }

  /** Ends the file of the table before; the next row starts one. */
  void nextTable() {
    try {
      if (open.isPresent()) {
        open.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open = Optional.empty();
  }

  /** Writes a row. */
  void add(TableCopy table, Cell[] row, List<String> reasons) {
    try {
      var out = open.isPresent() ? open.get() : start(table);
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (var i = 0; i < row.length; i++) {
        values.put(table.columns().get(i).from().name(), value(row[i]));
      }
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("reason", String.join("; ", reasons));
      line.put("row", values);
      var json = new StringBuilder();
      JsonText.write(line, json);
      out.append(json).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files that were written. */
  List<Path> written() {
    return List.copyOf(written);
  }

  @Override
  public void close() {
    nextTable();
  }

  private BufferedWriter start(TableCopy table) throws IOException {
    Files.createDirectories(folder);
    var file = folder.resolve("copy-rejected-" + table.from().display() + ".jsonl");
    written.add(file);
    var writer = Files.newBufferedWriter(file);
    open = Optional.of(writer);
    return writer;
  }

  private static @Nullable Object value(Cell cell) {
    return switch (cell.kind()) {
      case NULL -> null;
      case INTEGER -> cell.integer();
      case REAL ->
          Double.isFinite(cell.real()) ? (Object) cell.real() : Double.toString(cell.real());
      case TEXT -> text(cell);
      case BLOB, ENCODED -> hexadecimal(cell);
    };
  }

  private static Object text(Cell cell) {
    try {
      Utf8.countCharacters(cell.bytes(), cell.offset(), cell.length());
      return cell.text();
    } catch (UnfitValue e) {
      return hexadecimal(cell);
    }
  }

  private static Map<String, String> hexadecimal(Cell cell) {
    return Map.of(
        "hex",
        HexFormat.of().formatHex(cell.bytes(), cell.offset(), cell.offset() + cell.length()));
  }
}
