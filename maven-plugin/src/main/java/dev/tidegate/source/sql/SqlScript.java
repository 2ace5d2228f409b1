package dev.tidegate.source.sql;

import dev.tidegate.jdbc.Product;
import java.util.List;

/**
 * A script, split into statements by its database's own rules.
 *
 * @param statements in order; empty ones are left out
 * @param notes what was skipped, with its line
 * @param marks of renames
 */
public record SqlScript(
    List<ScriptStatement> statements, List<String> notes, List<RenameMark> marks) {

  public SqlScript {
    statements = List.copyOf(statements);
    notes = List.copyOf(notes);
    marks = List.copyOf(marks);
  }

  /**
   * Splits a script.
   *
   * @param name of the file, for problems and notes
   * @throws dev.tidegate.problem.TidegateException TG-3007 if it is none that can be run without
   *     psql or the sqlite3 shell, or something in it does not end
   */
  public static SqlScript split(Product product, String name, String text) {
    var sql = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return switch (product) {
      case POSTGRESQL -> new PostgresSplitter(name, sql).split();
      case SQLITE -> new SqliteSplitter(name, sql).split();
    };
  }
}
