package dev.tidegate.dialect.postgres;

import dev.tidegate.plan.HazardType;
import java.util.Optional;

/**
 * The locks that changes of a table take, and whom they keep waiting.
 * https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
 */
enum PostgresLocks {
  /** Keeps out other changes of the table; rows are read and written meanwhile. */
  SHARE_UPDATE_EXCLUSIVE,
  /** Keeps out writers. */
  SHARE,
  /** Keeps out writers, and others like it. */
  SHARE_ROW_EXCLUSIVE,
  /** Keeps out everybody, readers too. */
  ACCESS_EXCLUSIVE;

  /** The name as the manual writes it. */
  String label() {
    return name().replace('_', ' ');
  }

  /** The hazard of holding it for as long as a table takes to be read. */
  Optional<HazardType> hazard() {
    return switch (this) {
      case SHARE_UPDATE_EXCLUSIVE -> Optional.empty();
      case SHARE, SHARE_ROW_EXCLUSIVE -> Optional.of(HazardType.BLOCKS_WRITES);
      case ACCESS_EXCLUSIVE -> Optional.of(HazardType.BLOCKS_READS);
    };
  }
}
