package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.dialect.Scope;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.source.State;
import dev.tidegate.source.StateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * SQL of somebody whom nobody trusts, run as {@code diff} runs a declared schema and as {@code
 * deploy} with {@code base} runs migrations.
 *
 * @param scratch restricted
 * @param folder for the files
 */
record BreakOut(Scratch scratch, Path folder) {

  /**
   * Neither way runs it, both for a reason that is expected.
   *
   * @param reason words of the message, alternatives with {@code OR} between them
   */
  void isRefused(String sql, String reason) throws IOException {
    var file = Files.writeString(folder.resolve("hostile.sql"), sql + "\n");
    assertThatThrownBy(() -> read(new State.SqlFiles("hostile.sql", file)))
        .isInstanceOf(TidegateException.class)
        .satisfies(e -> assertThat(e.getMessage()).containsAnyOf(reason.split(" OR ")));
    migrationIsRefused("V1__hostile.sql", sql, reason);
  }

  /** A file of the migrations folder, beside a harmless migration. */
  void migrationIsRefused(String name, String sql, String reason) throws IOException {
    var migrations = Files.createDirectories(folder.resolve("m"));
    Files.writeString(migrations.resolve("V0__harmless.sql"), "CREATE TABLE harmless (a int);\n");
    Files.writeString(migrations.resolve(name), sql + "\n");
    assertThatThrownBy(() -> read(new State.Migrations(migrations, Optional.empty())))
        .isInstanceOf(TidegateException.class)
        .satisfies(e -> assertThat(e.getMessage()).containsAnyOf(reason.split(" OR ")));
  }

  /** The same way does reach out where nothing keeps it from that. */
  void reaches(String sql, Path loot) throws IOException {
    var file = Files.writeString(folder.resolve("control.sql"), sql + "\n");
    read(new State.SqlFiles("control.sql", file));
    assertThat(loot).isNotEmptyFile();
  }

  private void read(State state) {
    new StateReader(Engine.DIALECTS, scratch, Scope.all(), Optional.empty()).read(state).close();
  }
}
