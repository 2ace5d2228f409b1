package dev.tidegate.copy;

/**
 * A column as far as copying needs to know it.
 *
 * @param generated computed by the database and never written
 * @param optional whether a row may leave it out: it is nullable, or the database fills it
 */
record ColumnFacts(String name, ColumnType type, boolean generated, boolean optional) {}
