package dev.tidegate.dialect.sqlite;

/**
 * One row of {@code sqlite_schema}.
 *
 * @param type {@code table}, {@code index}, {@code view} or {@code trigger}
 * @param table what it stands on; its own name for tables and views
 * @param sql as stored
 * @param tableKind of a table: {@code table}, {@code virtual} or {@code shadow}
 */
record CatalogueRow(String type, String name, String table, String sql, String tableKind) {}
