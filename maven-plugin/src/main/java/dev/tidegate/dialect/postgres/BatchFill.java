package dev.tidegate.dialect.postgres;

/**
 * A DO block that changes the rows of a table some pages at a time, each in a transaction of its
 * own, so that no row stays locked for long. The pages are looked up by TID ranges. Fails when rows
 * are left that no UPDATE reaches.
 *
 * <ul>
 *   <li>https://www.postgresql.org/docs/current/plpgsql-transactions.html
 *   <li>https://www.postgresql.org/docs/current/ddl-system-columns.html
 * </ul>
 */
final class BatchFill {
  /** 1 MB at the usual page size. */
  private static final int PAGES = 128;

  private BatchFill() {}

  /**
   * The block.
   *
   * @param table as SQL names it
   * @param assignment after SET
   * @param condition that holds for rows that are still to be changed, and for none that was
   */
  static String of(String table, String assignment, String condition) {
    var text =
        """
        DECLARE
          pages CONSTANT bigint := %d; -- a transaction
          page bigint;
          last_page bigint;
          changed bigint;
          filled bigint;
          filled_before bigint;
        BEGIN
          LOOP
            filled := 0;
            page := 0;
            last_page := pg_relation_size(%s) / current_setting('block_size')::bigint;
            WHILE page <= last_page LOOP
              UPDATE %s SET %s
              WHERE ctid >= format('(%%s,0)', page)::tid
                AND ctid < format('(%%s,0)', page + pages)::tid
                AND %s;
              GET DIAGNOSTICS changed = ROW_COUNT;
              filled := filled + changed;
              page := page + pages;
              COMMIT;
            END LOOP;
            -- A row that somebody else writes meanwhile may move to a page already passed.
            EXIT WHEN filled = 0 OR filled >= filled_before;
            filled_before := filled;
          END LOOP;
          IF filled = 0 AND EXISTS (SELECT FROM %s WHERE %s) THEN
            RAISE EXCEPTION 'rows of %% are left', %s USING HINT = 'A trigger may keep them from being changed.';
          END IF;
        END
        """
            .formatted(
                PAGES,
                PostgresIdentifiers.literal(table),
                table,
                assignment,
                condition,
                table,
                condition,
                PostgresIdentifiers.literal(table));
    var tag = "$fill$";
    while (text.contains(tag)) {
      tag = tag.substring(0, tag.length() - 1) + "_$";
    }
    return "DO " + tag + "\n" + text + tag;
  }
}
