package dev.tidegate.backup;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Product;
import java.nio.file.Path;
import java.util.Optional;

/** What to type to bring a backup back. Never holds a password. */
final class RestoreCommands {
  private RestoreCommands() {}

  /** For an archive of our own. */
  static String copy(Path file, ConnectionSettings to, Optional<String> environment) {
    return "mvn tidegate:copy -Dtidegate.source=%s -Dtidegate.url=%s%s%s"
        .formatted(
            Names.shell(file.toString()),
            Names.shell(to.url().display()),
            to.user().map(user -> " -Dtidegate.user=" + Names.shell(user)).orElse(""),
            environment.map(label -> " -Dtidegate.environment=" + Names.shell(label)).orElse(""));
  }

  /** Tables go back where they were; a whole database goes beside what there is. */
  static String pgRestore(Path file, ConnectionSettings to, boolean everything) {
    var url = to.url();
    var server =
        "--host=%s --port=%s --username=%s"
            .formatted(
                Names.shell(PgEnvironment.hosts(url)),
                PgEnvironment.ports(url),
                Names.shell(to.user().orElse("")));
    var name = Names.shell(url.database() + (everything ? "_restored" : ""));
    var restore =
        "pg_restore %s --dbname=%s --single-transaction %s"
            .formatted(server, name, Names.shell(file.toString()));
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
            Names.shell(database + "-wal"),
            Names.shell(database + "-shm"),
            Names.shell(database + "-journal"),
            Names.shell(file.toString()),
            Names.shell(database));
  }

  /** The database's name, or of a file its own. */
  static String name(ConnectionSettings settings) {
    return settings.product() == Product.SQLITE
        ? String.valueOf(Path.of(settings.url().database()).getFileName())
        : settings.url().database();
  }
}
