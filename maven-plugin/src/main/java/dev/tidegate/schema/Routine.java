package dev.tidegate.schema;

/**
 * A function, window function or procedure.
 *
 * @param id {@code [namespace, name, (argument types)]}; of kind FUNCTION or PROCEDURE
 * @param result its return type; empty for a procedure
 * @param arguments with names, modes and defaults
 * @param language in which it is written
 * @param body its text, empty for an SQL-standard body
 * @param definition all of it, as the database prints it
 */
public record Routine(
    ObjectId id, String result, String arguments, String language, String body, String definition)
    implements SchemaObject {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.routine(this);
  }
}
