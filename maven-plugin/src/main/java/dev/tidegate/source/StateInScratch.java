package dev.tidegate.source;

import dev.tidegate.schema.Schema;
import dev.tidegate.scratch.ScratchDatabase;
import java.util.List;

/**
 * A state that has been read.
 *
 * @param schema what it holds
 * @param database a scratch database that holds the same; no connection to it is open
 * @param notes what a person should know about it
 */
public record StateInScratch(Schema schema, ScratchDatabase database, List<String> notes)
    implements AutoCloseable {

  public StateInScratch {
    notes = List.copyOf(notes);
  }

  /** Drops the scratch database. */
  @Override
  public void close() {
    database.close();
  }
}
