package dev.tidegate.translate;

import dev.tidegate.schema.Schema;

/** Says a schema in the terms of another database. */
public interface SchemaTranslator {

  /** The schema in the other database's terms, and what it cannot say. */
  Translation translate(Schema schema);

  /** From SQLite into one name space of PostgreSQL, which is there already. */
  static SchemaTranslator sqliteToPostgres(String namespace) {
    return schema -> new SqliteToPostgres(schema, namespace).translation();
  }

  /** From PostgreSQL to SQLite, all name spaces into one. */
  static SchemaTranslator postgresToSqlite() {
    return schema -> new PostgresToSqlite(schema).translation();
  }
}
