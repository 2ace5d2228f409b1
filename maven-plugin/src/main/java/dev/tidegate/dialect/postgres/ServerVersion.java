package dev.tidegate.dialect.postgres;

/**
 * The server's major version, and every expression of a catalogue query that depends on it.
 *
 * @param major 14 or later
 */
record ServerVersion(int major) {
  static final int OLDEST = 14;

  /** Of {@code pg_index i}: whether nulls count as equal. */
  String nullsNotDistinct() {
    return since(15, "i.indnullsnotdistinct", "false");
  }

  /**
   * Of {@code pg_constraint c}: the numbers of the columns that SET NULL on delete is limited to.
   */
  String deleteSetColumns() {
    return since(15, "c.confdelsetcols", "NULL::smallint[]");
  }

  /** Of {@code pg_constraint c}: WITHOUT OVERLAPS or PERIOD. */
  String period() {
    return since(18, "c.conperiod", "false");
  }

  /** Of {@code pg_constraint c}: false for NOT ENFORCED. */
  String enforced() {
    return since(18, "c.conenforced", "true");
  }

  /** Of {@code pg_publication_rel r}: the numbers of the columns that are published. */
  String publishedColumns() {
    return since(15, "r.prattrs::int2[]", "NULL::int2[]");
  }

  /** Of {@code pg_publication_rel r}: which rows are published. */
  String rowFilter() {
    return since(15, "pg_get_expr(r.prqual, r.prrelid)", "NULL");
  }

  /** Of {@code pg_subscription s}: the options that came after 14, each under its SQL name. */
  String subscriptionOptions() {
    return String.join(
        ", ",
        since(15, "s.subtwophasestate <> 'd'", "false") + " AS two_phase",
        since(15, "s.subdisableonerr", "false") + " AS disable_on_error",
        since(16, "CASE WHEN NOT s.subpasswordrequired THEN 'false' END", "NULL")
            + " AS password_required",
        since(16, "s.subrunasowner", "false") + " AS run_as_owner",
        since(16, "NULLIF(s.suborigin, 'any')", "NULL") + " AS origin",
        since(17, "s.subfailover", "false") + " AS failover");
  }

  /** Whether a publication can be for all tables in a schema. */
  boolean publishesNamespaces() {
    return major >= 15;
  }

  /** Of {@code pg_publication p}: {@code stored}, or null for none. */
  String publishedGeneratedColumns() {
    return since(18, "CASE p.pubgencols WHEN 's' THEN 'stored' END", "NULL");
  }

  /** Of {@code pg_collation c}: the locale of a provider other than the C library. */
  String collationLocale() {
    return since(17, "c.colllocale", since(15, "c.colliculocale", "c.collcollate::text"));
  }

  /** Of {@code pg_collation c}: the rules that ICU adds to those of the locale. */
  String collationRules() {
    return since(16, "c.collicurules", "NULL::text");
  }

  /** Whether everybody may create in the schema "public" of a new database. */
  boolean isPublicOpen() {
    return major < 15;
  }

  private String since(int version, String expression, String before) {
    return major >= version ? expression : before;
  }
}
