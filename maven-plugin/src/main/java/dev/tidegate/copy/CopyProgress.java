package dev.tidegate.copy;

/** Is told how far a copy is. Calls come from one thread. */
public interface CopyProgress {

  /** So many tables are about to be copied, with so many rows or about so many. */
  void begin(int tables, long rows);

  /** A table has its turn. */
  void table(String name);

  /** So many more rows are copied. */
  void advance(long rows);

  /** Something else is being done now, in words: {@code checking foreign keys}. */
  void phase(String what);

  /** It is over, one way or the other. */
  void end();
}
