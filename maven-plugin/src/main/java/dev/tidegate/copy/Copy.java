package dev.tidegate.copy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Product;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** Copies rows from one database to another, whichever of the two products they are. */
public final class Copy {
  private final CopyOptions options;
  private final CopyProgress progress;

  /** A copy with these options, telling how far it is. */
  public Copy(CopyOptions options, CopyProgress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Copies all, or nothing: when this throws, the target is as it was.
   *
   * @param schema is asked when the target has no tables, where the options allow that
   */
  public CopyResult run(ConnectionSettings from, ConnectionSettings to, SchemaMaker schema) {
    refuseUnlessPossible(from, to);
    try (var source = source(from, to)) {
      return into(source, from, to, schema);
    } catch (SQLException e) {
      throw CopyProblems.sourceUnreadable(from.url().display(), e).exception(e);
    } finally {
      progress.end();
    }
  }

  /** Refuses what the two URLs alone show to be impossible. Opens no connection. */
  public static void refuseUnlessPossible(ConnectionSettings from, ConnectionSettings to) {
    if (from.url().display().equals(to.url().display())) {
      throw CopyProblems.sameDatabase(from.url().display()).exception();
    }
    if (from.product() == Product.SQLITE) {
      SqliteSource.refuseUnlessReadable(SqliteFile.of(from));
    }
  }

  private CopyResult into(
      CopySource source, ConnectionSettings from, ConnectionSettings to, SchemaMaker schema) {
    try (var target = target(from, to)) {
      return new CopyRun(source, target, options, progress)
          .run(() -> schema.statements(source.connection(), target.connection()));
    } catch (SourceFailure e) {
      throw CopyProblems.sourceUnreadable(source.display(), e.failure()).exception(e);
    } catch (SQLException e) {
      throw CopyProblems.refused("the copy", e).exception(e);
    } catch (UncheckedIOException e) {
      throw CopyProblems.notWritten(to.url().display(), e).exception(e);
    }
  }

  /** All name spaces when both have some; else those of the search path, as an application sees. */
  private CopySource source(ConnectionSettings from, ConnectionSettings to) throws SQLException {
    return from.product() == Product.SQLITE
        ? SqliteSource.open(from)
        : PostgresSource.open(from, options.schemas(), to.product() == Product.POSTGRESQL);
  }

  private CopyTarget target(ConnectionSettings from, ConnectionSettings to) throws SQLException {
    return to.product() == Product.SQLITE
        ? SqliteTarget.open(to)
        : PostgresTarget.open(to, options.schemas(), from.product() == Product.POSTGRESQL);
  }
}
