package dev.tidegate.copy;

/** One column and where its values go. */
record ColumnCopy(ColumnFacts from, ColumnFacts to) {}
