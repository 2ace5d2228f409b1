package dev.tidegate.source;

import dev.tidegate.schema.Schema;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.source.sql.RenameMark;
import java.util.List;

/**
 * A state that has been read.
 *
 * @param schema what it holds
 * @param database a scratch database that holds the same; no connection to it is open
 * @param notes what a person should know about it
 * @param marks of renames in its declared SQL
 */
public record StateInScratch(
    Schema schema, ScratchDatabase database, List<String> notes, List<RenameMark> marks)
    implements AutoCloseable {

  public StateInScratch {
    notes = List.copyOf(notes);
    marks = List.copyOf(marks);
  }

  /** Drops the scratch database. */
  @Override
  public void close() {
    database.close();
  }
}
