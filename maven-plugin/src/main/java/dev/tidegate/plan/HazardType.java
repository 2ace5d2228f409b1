package dev.tidegate.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of harm that a statement can do. */
public enum HazardType {
  DROP_TABLE(
      true,
      "Stop using the table and rename it first; drop it in a later migration, when nothing has"
          + " missed it. Copy its rows elsewhere if anybody may ask for them."),
  DROP_COLUMN(
      true,
      "Deploy code that neither reads nor writes the column first; drop it in a later migration."),
  DROP_SCHEMA(
      true, "Rename the schema first; drop it in a later migration, when nothing has missed it."),
  DROP_TYPE_VALUE(
      true,
      "Leave the value in the type and forbid it by a check, or move the rows that hold it first."),
  NARROW_TYPE(
      true,
      "Add a column of the new type, fill it in batches from the values that fit, decide about the"
          + " others, then let the new column take the old one's place."),
  TRUNCATE(
      true, "Delete only the rows that are meant, in batches, with a condition that says which."),
  DELETE(true, "Count the rows first with the same condition; delete them in batches."),
  TABLE_REWRITE(
      false,
      "Add a column of the new form, fill it in batches, then let it take the old one's place; or"
          + " choose a form that is stored alike."),
  BLOCKS_READS(
      false,
      "Take the steps that read or write rows out of the statement that takes this lock, and keep"
          + " it in a short transaction of its own with a lock timeout."),
  BLOCKS_WRITES(
      false,
      "Build indexes CONCURRENTLY, add constraints NOT VALID and validate them in another"
          + " transaction."),
  FULL_SCAN(
      false,
      "Add the constraint NOT VALID and validate it in another transaction, or prove it by a valid"
          + " check first: then rows are read while others write."),
  MAY_FAIL_ON_DATA(
      false,
      "Run the probe on the live database and mend the rows that it counts before the deploy."),
  NOT_TRANSACTIONAL(
      false,
      "Keep the statement in a migration of its own, so that a failure leaves nothing half done but"
          + " what it made itself."),
  BREAKS_READERS(
      false,
      "Keep the old name or form beside the new one, as a view or a second column, until no running"
          + " program uses it."),
  PRIVILEGE(
      false,
      "Let an administrator run the statement once before the deploy, and leave it in the migration"
          + " with IF NOT EXISTS.");

  private final boolean destroysData;
  private final String advice;

  HazardType(boolean destroysData, String advice) {
    this.destroysData = destroysData;
    this.advice = advice;
  }

  /** The type as users write it: {@code drop-column}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether data is lost, so that approval is needed. */
  public boolean destroysData() {
    return destroysData;
  }

  /** What to do instead, one or two sentences. */
  public String advice() {
    return advice;
  }

  /** The page that explains it. */
  public String rule() {
    return "https://tidegate.dev/rules/" + word();
  }

  /** The type of this word, if there is one. */
  public static Optional<HazardType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }
}
