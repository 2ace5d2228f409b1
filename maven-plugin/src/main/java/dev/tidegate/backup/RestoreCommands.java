package dev.tidegate.backup;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Product;
import dev.tidegate.problem.ShellWord;
import java.nio.file.Path;
import java.util.Optional;

/** What to type to bring a backup back. Never holds a password. */
final class RestoreCommands {
  private RestoreCommands() {}

  /** For an archive of our own. */
  static String copy(Path file, ConnectionSettings to, Optional<String> environment) {
    return "mvn tidegate:copy -Dtidegate.source=%s -Dtidegate.url=%s%s%s"
        .formatted(
            ShellWord.of(file.toString()),
            ShellWord.of(to.url().display()),
            to.user().map(user -> " -Dtidegate.user=" + ShellWord.of(user)).orElse(""),
            environment.map(label -> " -Dtidegate.environment=" + ShellWord.of(label)).orElse(""));
  }

  /** Tables go back where they were; a whole database goes beside what there is. */
  static String pgRestore(Path file, ConnectionSettings to, boolean everything) {
    var url = to.url();
    var server =
        "--host=%s --port=%s --username=%s"
            .formatted(
                ShellWord.of(PgEnvironment.hosts(url)),
                PgEnvironment.ports(url),
                ShellWord.of(to.user().orElse("")));
    var name = ShellWord.of(url.database() + (everything ? "_restored" : ""));
    var restore =
        "pg_restore %s --dbname=%s --single-transaction %s"
            .formatted(server, name, ShellWord.of(file.toString()));
    return everything ? "createdb %s %s && %s".formatted(server, name, restore) : restore;
  }

  /**
   * Puts the whole file back. What the file of before has beside it would be applied to this one:
   * https://sqlite.org/howtocorrupt.html#_unlinking_or_renaming_a_database_file_while_in_use.
   */
  static String file(Path file, ConnectionSettings to) {
    var database = to.url().database();
    return "rm -f %s %s %s && cp %s %s"
        .formatted(
            ShellWord.of(database + "-wal"),
            ShellWord.of(database + "-shm"),
            ShellWord.of(database + "-journal"),
            ShellWord.of(file.toString()),
            ShellWord.of(database));
  }

  /** The database's name, or of a file its own. */
  static String name(ConnectionSettings settings) {
    return settings.product() == Product.SQLITE
        ? String.valueOf(Path.of(settings.url().database()).getFileName())
        : settings.url().database();
  }
}
