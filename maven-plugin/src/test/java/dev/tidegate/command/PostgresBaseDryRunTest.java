package dev.tidegate.command;

import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class PostgresBaseDryRunTest extends BaseDryRunContract {
  private final Path folder;
  private final List<ScratchDatabase> databases = new ArrayList<>();

  PostgresBaseDryRunTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void drop() {
    databases.forEach(ScratchDatabase::close);
  }

  @Override
  Lab lab() {
    var database = TestPostgres.database(17);
    databases.add(database);
    try {
      return new Lab(folder, database.settings());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  String qualified(String name) {
    return "public." + name;
  }

  @Override
  String dialect() {
    return "postgresql";
  }
}
