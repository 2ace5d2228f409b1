package dev.tidegate.copy;

/** The kinds of column that conversion tells apart. */
enum Family {
  BOOLEAN,
  SMALLINT,
  INTEGER,
  BIGINT,
  REAL,
  DOUBLE,
  NUMERIC,
  /** text and character varying. */
  TEXT,
  /** character(n), padded with spaces that carry no meaning. */
  CHARACTER,
  BYTES,
  UUID,
  JSON,
  JSONB,
  DATE,
  TIME,
  TIMESTAMP,
  TIMESTAMP_WITH_ZONE,
  ENUM,
  /** Every other type of PostgreSQL: carried by its text form, which PostgreSQL itself reads. */
  OTHER,
  /** A column of SQLite: its values say what they are. */
  DYNAMIC;

  /** Whether the column holds points in time or days. */
  boolean holdsDates() {
    return this == DATE || this == TIMESTAMP || this == TIMESTAMP_WITH_ZONE;
  }
}
