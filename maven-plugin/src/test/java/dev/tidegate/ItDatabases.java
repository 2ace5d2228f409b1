package dev.tidegate;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.jdbc.Secret;
import dev.tidegate.scratch.PgBouncer;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;

/**
 * Real databases for the projects of {@code it/}, called by their {@code setup.groovy}. The server
 * is of the kind that the plugin starts for itself, and ends with the Maven that runs the projects.
 */
public final class ItDatabases {
  private static final int MAJOR = 17;

  private ItDatabases() {}

  /**
   * Makes an empty PostgreSQL database, named as the project's folder, and writes its URL to {@code
   * database.env} there, where the goals find it through their parameter {@code envFile}.
   */
  public static void postgres(Path project) throws IOException, SQLException {
    var name = project.getFileName().toString();
    var server = TestPostgres.database(MAJOR);
    try (var connection = server.connect();
        var statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)");
      statement.execute("CREATE DATABASE \"" + name + "\"");
    }
    var settings = server.settings();
    var user = settings.user().orElseThrow();
    var password = settings.password().map(Secret::reveal).orElse("");
    var place = settings.url().host() + ":" + settings.url().port() + "/" + name;
    Files.writeString(
        project.resolve("database.env"),
        "DATABASE_URL=postgres://" + user + ":" + password + "@" + place + "\n");
  }

  /** Runs SQL in the database that {@link #postgres} has made for a project. */
  public static void execute(Path project, String sql) throws IOException, SQLException {
    try (var connection = connect(project);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A session of its own in that database, for a project that needs somebody in the way. */
  public static Connection connect(Path project) throws IOException, SQLException {
    return Connections.open(settings(project));
  }

  /** How that database is reached. */
  public static ConnectionSettings settings(Path project) throws IOException {
    var line = Files.readString(project.resolve("database.env")).strip();
    var url = DatabaseUrl.parse(line.substring(line.indexOf('=') + 1), project);
    return ConnectionSettings.of(url, "database.env");
  }

  /** What a query on that database gives, as {@link #query} writes it. */
  public static String rows(Path project, String sql) throws IOException, SQLException {
    try (var connection = connect(project)) {
      return rows(connection, sql);
    }
  }

  /**
   * Puts a PgBouncer in transaction mode in front of that database and writes its URL to {@code
   * pooler.env}. It ends with the Maven that runs the projects.
   */
  public static void pooler(Path project) throws IOException {
    var direct = settings(project);
    var bouncer = PgBouncer.inFrontOf(direct, "transaction", project);
    Runtime.getRuntime().addShutdownHook(new Thread(bouncer::close));
    var port = ":" + direct.url().port() + "/";
    var through = ":" + bouncer.settings().url().port() + "/";
    Files.writeString(
        project.resolve("pooler.env"),
        Files.readString(project.resolve("database.env")).replace(port, through));
  }

  /**
   * Makes a SQLite file from the SQL file of the same name: {@code old.db} from {@code old.sql}.
   */
  public static void sqlite(Path file) throws IOException, SQLException {
    var script = file.resolveSibling(file.getFileName().toString().replace(".db", ".sql"));
    try (var connection = new JDBC().connect("jdbc:sqlite:" + file, new Properties());
        var statement = connection.createStatement()) {
      statement.executeUpdate(Files.readString(script));
    }
  }

  /** What a query on a SQLite file gives, its rows in lines, their columns with bars between. */
  public static String query(Path file, String sql) throws SQLException {
    try (var connection = new JDBC().connect("jdbc:sqlite:" + file, new Properties())) {
      return rows(connection, sql);
    }
  }

  private static String rows(Connection connection, String sql) throws SQLException {
    var text = new StringBuilder();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          text.append(column == 1 ? "" : "|").append(rows.getString(column));
        }
        text.append('\n');
      }
    }
    return text.toString();
  }
}
