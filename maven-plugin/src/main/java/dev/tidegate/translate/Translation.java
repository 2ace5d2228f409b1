package dev.tidegate.translate;

import dev.tidegate.schema.Schema;
import java.util.List;

/**
 * A schema in the terms of another database.
 *
 * <p>Its expressions are valid there but not in the form in which that database prints them: who
 * compares it with an inspected schema builds it in a scratch database first and inspects that.
 *
 * @param schema what could be said
 * @param notes what could not be said, or not in full: one sentence each, without a full stop
 */
public record Translation(Schema schema, List<String> notes) {
  public Translation {
    notes = List.copyOf(notes);
  }
}
