package dev.tidegate.scratch;

/** A PostgreSQL server that scratch databases are made on. */
interface PostgresServer extends AutoCloseable {

  /** The databases on it. */
  PostgresDatabases databases();

  /** Whether it is there for us alone, so that roles may be made on it. */
  boolean isOurs();

  /** Whether a later run finds what this one kept. */
  boolean keepsStates();

  /** Drops this run's databases; a server of our own ends. */
  @Override
  void close();
}
