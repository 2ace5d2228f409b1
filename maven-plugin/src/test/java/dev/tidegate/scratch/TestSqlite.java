package dev.tidegate.scratch;

import dev.tidegate.dialect.sqlite.SqliteDialect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** SQLite scratch databases for tests. */
public final class TestSqlite {
  private static final Scratch SCRATCH =
      Scratches.open(
          new SqliteDialect(),
          new ScratchSettings(
              "embedded",
              Optional.empty(),
              false,
              Path.of("target", "scratch-cache").toAbsolutePath(),
              coordinates -> List.of(),
              note -> {}));

  private TestSqlite() {}

  /** Shared by all tests, closed by none. */
  public static Scratch scratch() {
    return SCRATCH;
  }
}
