package dev.tidegate.copy;

import dev.tidegate.copy.CopyOptions.TimestampForm;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** The database that is read. It is opened read only, and all reads see one moment. */
interface CopySource extends AutoCloseable {

  /** How it may be shown. */
  String display();

  /** The connection, to inspect what is there. */
  Connection connection();

  /** Its tables. */
  List<TableFacts> tables() throws SQLException;

  /** Objects that hold rows and that copying passes by, in words. */
  List<String> passedBy() throws SQLException;

  /** How many rows there are, or about how many where counting would cost too much. */
  long rows(TableFacts table) throws SQLException;

  /**
   * For each column copied the form in which its points in time stand.
   *
   * @throws AmbiguousTimestamps when the numbers of a column do not say their unit
   */
  List<TimestampForm> timestampForms(TableCopy table, CopyOptions options)
      throws SQLException, AmbiguousTimestamps;

  /** Opens the rows; values go through {@link #conversions} only. */
  RowReader read(TableCopy table) throws SQLException;

  /** The conversions that the values of {@link #read} need, one a column. */
  List<Conversion> conversions(TableCopy table, List<TimestampForm> forms);

  /** The highest number that a counting column of the table was ever given, where that is kept. */
  OptionalLong counter(TableFacts table) throws SQLException;

  @Override
  void close() throws SQLException;
}
