package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.schema.ObjectId;
import java.util.Optional;

/** When a trigger or rule fires: O, D, R or A, as the catalogue calls it. */
final class Enabling {
  private Enabling() {}

  /** The statement that leads from one state to the other, if they differ. */
  static Optional<String> change(char from, char to, String what, ObjectId relation) {
    if (from == to) {
      return Optional.empty();
    }
    return Optional.of(sql("ALTER TABLE").name(relation).words(verb(to)).words(what).sql());
  }

  /** The words that bring about this state. */
  static String verb(char state) {
    return switch (state) {
      case 'D' -> "DISABLE";
      case 'R' -> "ENABLE REPLICA";
      case 'A' -> "ENABLE ALWAYS";
      default -> "ENABLE";
    };
  }
}
