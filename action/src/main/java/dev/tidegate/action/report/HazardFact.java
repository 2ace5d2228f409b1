package dev.tidegate.action.report;

import dev.tidegate.action.json.Json;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a statement can do to data or to those who use it.
 *
 * @param type as {@code drop-column}
 * @param object what it is about, with dots
 * @param message what happens
 * @param destroysData whether an approval is needed
 * @param approved whether there is one
 * @param approval what {@code allow} takes, {@code drop-column:public.users.legacy}
 * @param brief whether it is over in a moment, however large the table
 * @param advice what to do instead
 * @param rule page that explains the type
 * @param statement number within its file, from 1; empty where it is of the file as a whole
 * @param lock lock that the statement takes, as {@code ACCESS EXCLUSIVE on public.users}
 */
public record HazardFact(
    String type,
    String object,
    String message,
    boolean destroysData,
    boolean approved,
    String approval,
    boolean brief,
    String advice,
    String rule,
    OptionalInt statement,
    Optional<String> lock) {

  /** Whether a reader has to know: a lock that is held for a moment only is none of those. */
  public boolean matters() {
    return destroysData || !brief;
  }

  static HazardFact read(Json json) {
    var statement = json.optionalNumber("statement");
    return new HazardFact(
        json.text("type"),
        json.text("object"),
        json.text("message"),
        json.flag("destroysData"),
        json.flag("approved"),
        json.text("approval"),
        json.flag("brief"),
        json.text("advice"),
        json.text("rule"),
        statement.isPresent()
            ? OptionalInt.of(Math.toIntExact(statement.getAsLong()))
            : OptionalInt.empty(),
        json.optionalText("lock"));
  }
}
