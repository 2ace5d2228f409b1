package dev.tidegate.command;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.guard.Consent;
import dev.tidegate.guard.ConsentLog;
import dev.tidegate.guard.DatabaseIdentity;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What a person has to have said before a coding agent overwrites rows of a database.
 *
 * @param identity of the database
 * @param deeds what cannot be undone, a line each; none in a dry run
 */
record Overwriting(Keyboard keyboard, DatabaseIdentity identity, List<String> deeds) {
  Overwriting {
    deeds = List.copyOf(deeds);
  }

  /** For rows that are deleted, or else written over where their keys are the same. */
  static Overwriting of(Keyboard keyboard, DatabaseIdentity identity, boolean deletes) {
    var url = identity.url();
    return new Overwriting(
        keyboard,
        identity,
        List.of(
            deletes
                ? "what the tables of " + url + " hold is deleted"
                : "rows of the same primary key in the tables of " + url + " are overwritten"));
  }

  /**
   * The consent, where one was needed and given.
   *
   * @throws dev.tidegate.problem.TidegateException TG-2206 where it is missing
   */
  Optional<Consent> consent() {
    var rule = keyboard.rule();
    rule.objection(deeds)
        .ifPresent(
            problem -> {
              throw problem.exception();
            });
    return rule.given(deeds);
  }

  /**
   * Keeps a consent beside the history, before what it is about is done; where there is no history,
   * the report alone has it.
   *
   * @param target opened for writing
   */
  void record(Consent consent, ConnectionSettings target, Dialect dialect) {
    try (var connection = Connections.open(target)) {
      if (dialect.live().hasTable(connection, identity.schema(), "flyway_schema_history")) {
        var by = identity.user().isEmpty() ? System.getProperty("user.name") : identity.user();
        new ConsentLog(dialect, identity.schema())
            .add(connection, consent, by, "copy: " + deeds.get(0));
      }
    } catch (SQLException e) {
      throw CommandProblems.consentNotKept(target, e).exception(e);
    }
  }
}
