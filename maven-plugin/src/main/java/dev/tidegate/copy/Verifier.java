package dev.tidegate.copy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads back what was written and compares it with what was read. */
final class Verifier {
  private final CopyTarget target;
  private final boolean countOnly;
  private final List<String> differences = new ArrayList<>();

  Verifier(CopyTarget target, boolean countOnly) {
    this.target = target;
    this.countOnly = countOnly;
  }

  /** Compares one table; what differs is kept for {@link #refuseDifferences}. */
  void verify(TableCopy table, TableDigest sent) throws SQLException {
    var expected = sent;
    if (target.restates(table)) {
      compare(table, "sent", sent, digest(table, target.readSent(table)));
      expected = digest(table, target.readRestated(table));
    }
    compare(table, "copied", expected, digest(table, target.readBack(table)));
  }

  /** Fails when any table differs. */
  void refuseDifferences() {
    if (!differences.isEmpty()) {
      throw CopyProblems.notVerified(differences).exception();
    }
  }

  private TableDigest digest(TableCopy table, EncodedReader reader) throws SQLException {
    var types = table.columns().stream().map(column -> column.to().type()).toList();
    var digest = new TableDigest(types, countOnly);
    var row = new EncodedRow(types.size());
    try (reader) {
      while (reader.next(row)) {
        digest.add(row);
      }
    }
    return digest;
  }

  private void compare(TableCopy table, String how, TableDigest expected, TableDigest found) {
    if (expected.agreesWith(found)) {
      return;
    }
    var name = table.to().display();
    if (expected.count() != found.count()) {
      differences.add(
          "%s: %,d rows %s, %,d read back".formatted(name, expected.count(), how, found.count()));
      return;
    }
    var columns = expected.differingColumns(found);
    columns.forEach(
        column ->
            differences.add(
                "%s.%s: values differ".formatted(name, table.targetColumns().get(column))));
    if (columns.isEmpty()) {
      differences.add(name + ": values stand in other rows");
    }
  }
}
