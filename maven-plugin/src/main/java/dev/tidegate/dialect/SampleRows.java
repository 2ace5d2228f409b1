package dev.tidegate.dialect;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import java.util.Collection;
import java.util.List;

/** Makes rows for tables of a scratch database, so that a plan can be seen to keep them. */
public interface SampleRows {

  /**
   * The statements that put rows into one table.
   *
   * @param table that gets them
   * @param attempts to be made until one is accepted: which values a check lets pass is not known
   */
  record Insert(ObjectId table, List<String> attempts) {
    public Insert {
      attempts = List.copyOf(attempts);
    }
  }

  /**
   * Rows for these tables and for those that they refer to, in an order that foreign keys allow.
   * The same schema gives the same rows. A table without attempts cannot be given any.
   */
  List<Insert> inserts(Schema schema, Collection<ObjectId> tables);

  /**
   * A query whose only value is the text of all rows of a table, sorted.
   *
   * @param columns to look at; none counts the rows
   */
  String content(ObjectId table, List<String> columns);

  /** Whether the text of a value stays the same when its column changes from type to type. */
  boolean keepsText(String from, String to);
}
