package dev.tidegate.source;

import dev.tidegate.jdbc.Product;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.source.sql.ScriptStatement;
import dev.tidegate.source.sql.SqlScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * What a migration file says.
 *
 * @param sql all of it
 * @param statements the same, split by the database's own rules, without comments between them
 */
public record MigrationText(String sql, List<String> statements) {
  public MigrationText {
    statements = List.copyOf(statements);
  }

  /**
   * Reads a file.
   *
   * @throws dev.tidegate.problem.TidegateException TG-3007 if something in it does not end
   */
  public static MigrationText of(Product product, MigrationFile file) {
    try {
      var sql = Files.readString(file.path());
      var script = SqlScript.split(product, file.script(), sql);
      return new MigrationText(
          sql, script.statements().stream().map(ScriptStatement::sql).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
