package dev.tidegate.command;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.guard.DatabaseIdentity;
import dev.tidegate.guard.EnvironmentMarker;
import dev.tidegate.guard.Ways;
import dev.tidegate.guard.Writable;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.Product;
import dev.tidegate.migration.MigrationDatabase;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The live database that a run is about, after it has been named. */
record Target(ConnectionSettings settings, Dialect dialect, DatabaseIdentity identity) {

  /** What is done with a connection. */
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /** Asks the database who it is, and says so before anything else happens. */
  static Target named(String goal, ConnectionSettings settings, Workspace workspace) {
    var dialect = Engine.DIALECTS.of(settings.product());
    return shown(
        goal, found(settings, () -> Ways.of(settings).toRead(dialect)), dialect, workspace);
  }

  /**
   * The same for one that is to be written, past its pooler where another way is named.
   *
   * @throws dev.tidegate.problem.TidegateException TG-2203 or TG-2204 if it cannot be
   */
  static Target toWrite(String goal, Ways ways, Workspace workspace) {
    var dialect = Engine.DIALECTS.of(ways.main().product());
    var way = found(ways.main(), () -> ways.toWrite(dialect));
    var target = shown(goal, way, dialect, workspace);
    found(
        way.settings(),
        () -> {
          new Writable(goal, way, dialect).orRefuse();
          return way;
        });
    return target;
  }

  /**
   * The settings that lead past its pooler where another way is named, without naming it yet.
   *
   * @throws dev.tidegate.problem.TidegateException TG-1003 if that way leads to another database
   */
  static ConnectionSettings past(Ways ways) {
    var dialect = Engine.DIALECTS.of(ways.main().product());
    return found(ways.main(), () -> ways.toWrite(dialect)).settings();
  }

  private static Target shown(String goal, Ways.Way way, Dialect dialect, Workspace workspace) {
    workspace.console().named(goal, way.identity());
    return new Target(way.settings(), dialect, way.identity());
  }

  /** Looks for a way. */
  private interface Search {
    Ways.Way find() throws SQLException;
  }

  private static Ways.Way found(ConnectionSettings settings, Search search) {
    try {
      return search.find();
    } catch (SQLException e) {
      throw CommandProblems.noAnswer(settings, e).exception(e);
    }
  }

  /** The same database as it is now, without saying so once more. */
  Target again() {
    var now = ask(connection -> DatabaseIdentity.read(connection, settings, dialect));
    return new Target(settings, dialect, now);
  }

  /** A SQLite file that is not there is not made by looking for it. */
  static ConnectionSettings existing(ConnectionSettings settings) {
    if (settings.product() == Product.SQLITE && !Files.exists(Path.of(settings.url().database()))) {
      throw CommandProblems.noFile(settings).exception();
    }
    return settings;
  }

  /** The same, so that it can be looked at and not be changed. */
  static ConnectionSettings forLooking(ConnectionSettings settings, Workspace workspace) {
    return InterruptedWrite.around(existing(settings).forReading(), workspace.console());
  }

  /** Answers a question on a connection of its own. */
  <T> T ask(Question<T> question) {
    return ask(settings, question);
  }

  /** Answers a question on a connection of its own that cannot write. */
  <T> T look(Question<T> question) {
    return ask(settings.forReading(), question);
  }

  /** The tables that users have in the schema that the migrations write to. */
  List<ObjectId> tables() {
    return allTables().stream()
        .filter(
            id ->
                id.qualifier().isEmpty()
                    || identity.schema().stream().anyMatch(id.qualifier().get(0)::equals))
        .toList();
  }

  /** Tables, columns, schemas and values of enums, whoever made them. */
  Set<ObjectId> objects() {
    return ask(connection -> dialect.live().identities(connection)).keySet();
  }

  /** The name as SQL has it of a table beside the history, if it is there. */
  Optional<String> tableBesideHistory(String name) {
    var live = dialect.live();
    var there = ask(connection -> live.hasTable(connection, identity.schema(), name));
    return there ? Optional.of(live.qualified(identity.schema(), name)) : Optional.empty();
  }

  /** The tables that users have in any schema. */
  List<ObjectId> allTables() {
    return objects().stream()
        .filter(id -> id.kind() == ObjectKind.TABLE && !Scope.OWN_TABLES.contains(id.name()))
        .toList();
  }

  /** Which database product it is. */
  Product product() {
    return settings.product();
  }

  /** The server's major version. */
  int major() {
    return Integer.parseInt(identity.version().split("\\D", 2)[0]);
  }

  /** The database as migrations are applied to it. */
  MigrationDatabase migrations() {
    return MigrationDatabase.of(settings);
  }

  /** The label's place. */
  EnvironmentMarker marker() {
    return new EnvironmentMarker(dialect, identity.schema());
  }

  /** The name space that the URL names. */
  Optional<String> namespace() {
    return settings.url().schemas().stream().findFirst();
  }

  private static <T> T ask(ConnectionSettings settings, Question<T> question) {
    try (var connection = Connections.open(settings)) {
      return question.ask(connection);
    } catch (SQLException e) {
      // what was asked may have been to write, and other things may have been done before
      throw CommandProblems.noAnswer(settings, e)
          .withState("no migration was running")
          .exception(e);
    }
  }
}
