package dev.tidegate.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of harm that a statement can do. */
public enum HazardType {
  DROP_TABLE(true),
  DROP_COLUMN(true),
  DROP_SCHEMA(true),
  DROP_TYPE_VALUE(true),
  NARROW_TYPE(true),
  TRUNCATE(true),
  DELETE(true),
  TABLE_REWRITE(false),
  BLOCKS_READS(false),
  BLOCKS_WRITES(false),
  FULL_SCAN(false),
  MAY_FAIL_ON_DATA(false),
  NOT_TRANSACTIONAL(false),
  BREAKS_READERS(false),
  PRIVILEGE(false);

  private final boolean destroysData;

  HazardType(boolean destroysData) {
    this.destroysData = destroysData;
  }

  /** The type as users write it: {@code drop-column}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether data is lost, so that approval is needed. */
  public boolean destroysData() {
    return destroysData;
  }

  /** The type of this word, if there is one. */
  public static Optional<HazardType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }
}
