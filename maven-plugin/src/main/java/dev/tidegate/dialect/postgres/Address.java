package dev.tidegate.dialect.postgres;

/**
 * How the catalogue names anything: the system catalogue it is a row of, its oid there, and for a
 * column its number.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-depend.html">pg_depend</a>
 */
record Address(String catalogue, long oid, int column) {

  /** Something that is not a column. */
  static Address of(String catalogue, long oid) {
    return new Address(catalogue, oid, 0);
  }

  /** A column of a relation. */
  static Address ofColumn(long relation, int column) {
    return new Address("pg_class", relation, column);
  }

  /** What this is a column of; itself when it is no column. */
  Address whole() {
    return column == 0 ? this : of(catalogue, oid);
  }
}
