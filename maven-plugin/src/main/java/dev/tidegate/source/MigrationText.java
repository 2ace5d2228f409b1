package dev.tidegate.source;

import dev.tidegate.jdbc.Product;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.source.sql.ScriptStatement;
import dev.tidegate.source.sql.SqlScript;
import java.nio.file.Path;
import java.util.List;

/**
 * What a migration file says.
 *
 * @param sql all of it
 * @param parts the same, split by the database's own rules, without comments between them
 */
public record MigrationText(String sql, List<ScriptStatement> parts) {
  public MigrationText {
    parts = List.copyOf(parts);
  }

  /** The statements without the rows that a COPY brings along. */
  public List<String> statements() {
    return parts.stream().map(ScriptStatement::sql).toList();
  }

  /**
   * Reads a file.
   *
   * @throws dev.tidegate.problem.TidegateException TG-3007 if something in it does not end, TG-1008
   *     if it cannot be read as UTF-8
   */
  public static MigrationText of(Product product, MigrationFile file) {
    return of(product, file.script(), file.path());
  }

  /**
   * Reads a file beside the migrations, such as a callback.
   *
   * @param name for messages
   * @throws dev.tidegate.problem.TidegateException TG-3007 if something in it does not end, TG-1008
   *     if it cannot be read as UTF-8
   */
  public static MigrationText of(Product product, String name, Path file) {
    var sql = SqlFolder.read(file);
    var script = SqlScript.split(product, name, sql);
    return new MigrationText(sql, script.statements());
  }
}
