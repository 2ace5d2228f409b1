package dev.tidegate.migration;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A folder of migrations, a database to apply them to, and what was said meanwhile. */
final class MigrationLab {
  private final Path migrations;
  private final ConnectionSettings settings;
  final List<String> said = new CopyOnWriteArrayList<>();

  MigrationLab(Path migrations, ConnectionSettings settings) {
    this.migrations = migrations;
    this.settings = settings;
  }

  /** The same for another user of the database. */
  MigrationLab as(String user, String password) {
    return new MigrationLab(
        migrations,
        new ConnectionSettings(
            settings.url(),
            Optional.of(user),
            Optional.of(new Secret(password)),
            "the test",
            false));
  }

  MigrationLab write(String name, String sql) {
    try {
      Files.writeString(migrations.resolve(name), sql);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MigrationFolder folder() {
    return MigrationFolder.read(migrations);
  }

  MigrationDatabase database() {
    return MigrationDatabase.of(settings);
  }

  MigrationRun apply() {
    return apply(options(0));
  }

  MigrationRun apply(MigrateOptions options) {
    return apply(database(), options);
  }

  MigrationRun apply(MigrationDatabase database, MigrateOptions options) {
    return new Migrator(said::add).apply(database, folder(), options);
  }

  MigrationRun resumeAt(String point) {
    return apply(options(0).resumingAt(Optional.of(ResumePoint.parse(point))));
  }

  /** A short wait for locks, so many retries. */
  static MigrateOptions options(int retries) {
    return new MigrateOptions(
        Optional.empty(), Optional.of(Duration.ofMillis(300)), Optional.empty(), retries);
  }

  MigrationHistory history() {
    return MigrationHistory.read(database(), folder());
  }

  List<Progress> progress() throws SQLException {
    try (var connection = connect()) {
      return Progress.read(connection, settings.product(), database().schema());
    }
  }

  Connection connect() {
    return Connections.open(settings);
  }

  MigrationLab execute(String... statements) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
    return this;
  }

  /** The first row's values, with commas. */
  List<String> rows(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<String>();
      while (rows.next()) {
        var values = new ArrayList<String>();
        for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          values.add(rows.getString(column));
        }
        all.add(String.join(",", values.stream().map(String::valueOf).toList()));
      }
      return all;
    }
  }
}
