package dev.tidegate.command;

import dev.tidegate.guard.Consent;
import dev.tidegate.guard.ConsentLog;
import dev.tidegate.guard.DatabaseIdentity;
import dev.tidegate.guard.EnvironmentLabel;
import dev.tidegate.guard.EnvironmentRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes beside the history what is to be known of a database later: its label, who consented. */
record Labelling(Target target, EnvironmentRule rule) {

  /** What it would do that changes what a database is taken for, a line each. */
  List<String> deeds() {
    var identity = target.identity();
    var deeds = new ArrayList<String>();
    rule.toMark(identity)
        .filter(EnvironmentLabel::meansProduction)
        .ifPresent(label -> deeds.add("the database is marked " + label.word()));
    rule.toRename(identity).ifPresent(label -> deeds.add(renamed(identity, label)));
    return deeds;
  }

  /**
   * Marks a database that has a history with the label that was stated, or renames it. Done only
   * once nobody objects any more, since the label stays.
   */
  void write(boolean dryRun, DeployLedger ledger) {
    if (dryRun) {
      announce(true, ledger);
      return;
    }
    var identity = target.identity();
    var mark = rule.toMark(identity);
    var rename = rule.toRename(identity);
    if (mark.isEmpty() && rename.isEmpty()) {
      return;
    }
    var by = by(identity);
    var now =
        target.ask(
            connection -> {
              if (rename.isPresent()) {
                var from = new EnvironmentLabel(identity.environment().orElseThrow());
                target.marker().rename(connection, from, rename.get(), by);
                return identity.marked(rename.get().word());
              }
              if (!hasHistory()) {
                return identity;
              }
              target.marker().mark(connection, mark.orElseThrow(), by);
              return identity.marked(mark.orElseThrow().word());
            });
    rename.ifPresent(label -> ledger.note(renamed(identity, label)));
    ledger.marked(now);
  }

  /** What a dry run says instead. */
  void announce(boolean dryRun, DeployLedger ledger) {
    if (dryRun) {
      rule.toRename(target.identity())
          .ifPresent(label -> ledger.note("dry run: " + renamed(target.identity(), label)));
    }
  }

  /** Keeps a consent beside the history; before there is one, the report alone has it. */
  void record(Consent consent, String subject) {
    if (!hasHistory()) {
      return;
    }
    var identity = target.identity();
    target.ask(
        connection -> {
          new ConsentLog(target.dialect(), identity.schema())
              .add(connection, consent, by(identity), subject);
          return Optional.empty();
        });
  }

  private boolean hasHistory() {
    return target.ask(
        connection ->
            target
                .dialect()
                .live()
                .hasTable(connection, target.identity().schema(), "flyway_schema_history"));
  }

  private static String renamed(DatabaseIdentity identity, EnvironmentLabel label) {
    return "the label of the database changes from %s to %s"
        .formatted(identity.environment().orElse(""), label.word());
  }

  private static String by(DatabaseIdentity identity) {
    return identity.user().isEmpty() ? System.getProperty("user.name") : identity.user();
  }
}
