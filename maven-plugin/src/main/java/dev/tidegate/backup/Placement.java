package dev.tidegate.backup;

import dev.tidegate.backup.HeldTable.HeldColumn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Where a table of an archive goes in the database that gets it back.
 *
 * @param how what is done
 * @param there the table as the database has it; empty where it has none
 * @param lost columns that the database does not have, or has with another type
 */
record Placement(Manifest.Entry entry, How how, Optional<HeldTable> there, List<HeldColumn> lost) {
  private static final int LONGEST_NAME = 63;
  private static final String SUFFIX = "_restored";

  Placement {
    lost = List.copyOf(lost);
  }

  enum How {
    /** The table is made anew. */
    CREATE,
    /** Rows go into the table, which has none. */
    FILL,
    /** Its rows are deleted before. */
    REPLACE,
    /** Rows of the same key are overwritten. */
    UPSERT,
    /** Values go into rows that have none. */
    COMPLETE,
    /** Values are written over those of the same key. */
    OVERWRITE,
    /** Rows go into a table beside it, since it is another one now. */
    BESIDE,
    /** What is there stays. */
    KEEP
  }

  HeldTable table() {
    return entry.table();
  }

  /** The table that takes the rows first. */
  String goal() {
    return switch (how) {
      case UPSERT, COMPLETE, OVERWRITE -> Names.quoted(staging());
      case BESIDE -> Names.path(table().schema(), beside());
      default -> table().sql();
    };
  }

  /** Whether the table that is there is written. */
  boolean writesExisting() {
    return there.isPresent() && how != How.BESIDE && how != How.KEEP;
  }

  boolean isStaged() {
    return how == How.UPSERT || how == How.COMPLETE || how == How.OVERWRITE;
  }

  /** A name that is no longer than the server's names are, in bytes. */
  String beside() {
    var name = table().name();
    while ((name + SUFFIX).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
    }
    return name + SUFFIX;
  }

  private String staging() {
    return "tidegate_restore_" + entry.file().replaceAll("\\D", "");
  }
}
