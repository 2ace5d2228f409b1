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
    var verb =
        switch (to) {
          case 'D' -> "DISABLE";
          case 'R' -> "ENABLE REPLICA";
          case 'A' -> "ENABLE ALWAYS";
          default -> "ENABLE";
        };
    return Optional.of(sql("ALTER TABLE").name(relation).words(verb).words(what).sql());
  }
}
