package dev.tidegate.action.story;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** A real database of a story, and a person who works on it by hand. */
final class StoryDatabase {
  private final Driver driver;
  private final String jdbcUrl;
  private final Properties login;
  private final String url;
  private final String readUrl;

  private StoryDatabase(
      Driver driver, String jdbcUrl, Properties login, String url, String readUrl) {
    this.driver = driver;
    this.jdbcUrl = jdbcUrl;
    this.login = login;
    this.url = url;
    this.readUrl = readUrl;
  }

  static StoryDatabase sqlite(Driver driver, Path file) {
    var url = "jdbc:sqlite:" + file;
    return new StoryDatabase(driver, url, new Properties(), url, url);
  }

  /**
   * A database on a PostgreSQL server.
   *
   * @param login with {@code user} and {@code password}
   * @param url as a workflow's secret holds it, with user and password in it
   * @param readUrl the same of a role that only reads
   */
  static StoryDatabase postgres(
      Driver driver, String jdbcUrl, Properties login, String url, String readUrl) {
    return new StoryDatabase(driver, jdbcUrl, login, url, readUrl);
  }

  /** What the workflow has as a secret. */
  String url() {
    return url;
  }

  /** What a review has as a secret: of a role that only reads, where there are roles. */
  String readUrl() {
    return readUrl;
  }

  /** The password in it; nothing for a file. */
  Optional<String> password() {
    return Optional.ofNullable(login.getProperty("password"));
  }

  boolean isSqlite() {
    return login.isEmpty();
  }

  /** Somebody runs a statement by hand. */
  void run(String... statements) {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All rows, each with its values joined by a bar. */
  List<String> rows(String query) {
    try (var connection = connect();
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      var rows = new ArrayList<String>();
      while (result.next()) {
        var values = new ArrayList<String>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join("|", values));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect() throws SQLException {
    return driver.connect(jdbcUrl, login);
  }
}
