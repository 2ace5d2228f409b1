package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import org.junit.jupiter.api.AfterEach;

class CopyToPostgresTest extends CopyContract {
  private final ScratchDatabase database = TestPostgres.database(17);

  @AfterEach
  void drop() {
    database.close();
  }

  @Override
  ConnectionSettings target() {
    return database.settings();
  }

  @Override
  String name() {
    return target().url().database();
  }
}
