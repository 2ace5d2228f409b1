package dev.tidegate.copy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;

/** Copies rows from one database to another, whichever of the two products they are. */
public final class Copy {
  private static final String WHICH =
      "SELECT extract(epoch FROM pg_postmaster_start_time()) || ' ' || oid FROM pg_database"
          + " WHERE datname = current_database()";

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
    if (from.url().display().equals(to.url().display()) || isSameFile(from, to)) {
      throw CopyProblems.sameDatabase(from.url().display()).exception();
    }
    if (from.product() == Product.SQLITE) {
      SqliteSource.refuseUnlessReadable(SqliteFile.of(from));
    }
  }

  private CopyResult into(
      CopySource source, ConnectionSettings from, ConnectionSettings to, SchemaMaker schema) {
    try (var target = target(from, to)) {
      refuseSameServersDatabase(source, target, from, to);
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

  /** One file may be reached by two paths. */
  private static boolean isSameFile(ConnectionSettings from, ConnectionSettings to) {
    if (from.product() != Product.SQLITE || to.product() != Product.SQLITE) {
      return false;
    }
    var target = SqliteFile.of(to);
    try {
      return Files.exists(target)
          && Files.exists(SqliteFile.of(from))
          && Files.isSameFile(SqliteFile.of(from), target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One server may have several names. Its start, to the microsecond, and the database's number
   * tell databases apart without any right; the copy would wait for its own locks for ever.
   */
  private static void refuseSameServersDatabase(
      CopySource source, CopyTarget target, ConnectionSettings from, ConnectionSettings to)
      throws SQLException {
    if (from.product() == Product.POSTGRESQL
        && to.product() == Product.POSTGRESQL
        && Sql.texts(source.connection(), WHICH).equals(Sql.texts(target.connection(), WHICH))) {
      throw CopyProblems.sameDatabase(from.url().display() + " is " + to.url().display())
          .exception();
    }
  }

  /** All name spaces when both have some; else those of the search path, as an application sees. */
  private CopySource source(ConnectionSettings from, ConnectionSettings to) throws SQLException {
    return from.product() == Product.SQLITE
        ? SqliteSource.open(from)
        : PostgresSource.open(from, options, to.product() == Product.POSTGRESQL);
  }

  private CopyTarget target(ConnectionSettings from, ConnectionSettings to) throws SQLException {
    return to.product() == Product.SQLITE
        ? SqliteTarget.open(to)
        : PostgresTarget.open(to, options, from.product() == Product.POSTGRESQL);
  }
}
