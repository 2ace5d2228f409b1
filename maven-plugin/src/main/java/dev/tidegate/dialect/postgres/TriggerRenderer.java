package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** https://www.postgresql.org/docs/current/sql-createtrigger.html */
final class TriggerRenderer implements KindRenderer<Trigger> {
  private static final String CREATE = "CREATE TRIGGER ";

  @Override
  public List<String> create(Trigger trigger, List<SchemaObject> parts) {
    var statements = new ArrayList<String>();
    statements.add(trigger.definition());
    enable('O', trigger).ifPresent(statements::add);
    return statements;
  }

  @Override
  public List<String> drop(Trigger trigger) {
    return List.of(
        sql("DROP TRIGGER").name(trigger.id().name()).words("ON").name(trigger.relation()).sql());
  }

  /** A replaced trigger is enabled again. */
  @Override
  public List<String> alter(Pair<Trigger> trigger) {
    var to = trigger.to();
    var statements = new ArrayList<String>();
    var before = trigger.from().enabled();
    if (!trigger.from().definition().equals(to.definition())) {
      statements.add(to.definition().replaceFirst(CREATE, "CREATE OR REPLACE TRIGGER "));
      before = 'O';
    }
    enable(before, to).ifPresent(statements::add);
    return statements;
  }

  /** A constraint trigger cannot be replaced, nor can one become the other. */
  static boolean replaceable(Pair<Trigger> trigger) {
    return trigger.from().definition().equals(trigger.to().definition())
        || (trigger.from().definition().startsWith(CREATE)
            && trigger.to().definition().startsWith(CREATE));
  }

  private static Optional<String> enable(char before, Trigger trigger) {
    var what = "TRIGGER " + PostgresIdentifiers.quote(trigger.id().name());
    return Enabling.change(before, trigger.enabled(), what, trigger.relation());
  }
}
