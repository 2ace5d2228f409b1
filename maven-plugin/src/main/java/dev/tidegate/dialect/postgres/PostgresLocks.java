package dev.tidegate.dialect.postgres;

import dev.tidegate.plan.HazardType;
import java.util.Locale;
import java.util.Optional;

/**
 * The modes in which relations are locked, weakest first, and whom they keep waiting.
 * https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
 */
enum PostgresLocks {
  /** What every reader takes. */
  ACCESS_SHARE,
  ROW_SHARE,
  /** What every writer takes. */
  ROW_EXCLUSIVE,
  /** Keeps out other changes of the table; rows are read and written meanwhile. */
  SHARE_UPDATE_EXCLUSIVE,
  /** Keeps out writers. */
  SHARE,
  /** Keeps out writers, and others like it. */
  SHARE_ROW_EXCLUSIVE,
  /** Keeps out writers, and readers that lock rows. */
  EXCLUSIVE,
  /** Keeps out everybody, readers too. */
  ACCESS_EXCLUSIVE;

  /** The mode as {@code pg_locks} writes it: {@code AccessExclusiveLock}. */
  static PostgresLocks of(String mode) {
    var words = mode.replaceFirst("Lock$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return valueOf(words.toUpperCase(Locale.ROOT));
  }

  /** The name as the manual writes it. */
  String label() {
    return name().replace('_', ' ');
  }

  /** Whom it keeps waiting among those who read and write rows, if anybody. */
  Optional<HazardType> hazard() {
    return switch (this) {
      case ACCESS_SHARE, ROW_SHARE, ROW_EXCLUSIVE, SHARE_UPDATE_EXCLUSIVE -> Optional.empty();
      case SHARE, SHARE_ROW_EXCLUSIVE, EXCLUSIVE -> Optional.of(HazardType.BLOCKS_WRITES);
      case ACCESS_EXCLUSIVE -> Optional.of(HazardType.BLOCKS_READS);
    };
  }
}
