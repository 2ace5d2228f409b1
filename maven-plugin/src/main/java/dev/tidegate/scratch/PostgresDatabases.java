package dev.tidegate.scratch;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.jdbc.Product;
import dev.tidegate.jdbc.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The scratch databases of one server, made and dropped through one connection to it. */
final class PostgresDatabases implements AutoCloseable {
  private static final String KEPT_PREFIX = "tidegate_kept_";
  static final int KEPT_MOST = 16;
  private static final int HASH_BYTES = 16;
  private static final int RELEASE_POLLS = 200;
  private static final int RELEASE_MILLIS = 2;
  private static final int FIRST_WITH_COPY_STRATEGIES = 15;

  /** Neither reach outside the database nor read its files; the trusted ones need no list. */
  static final List<String> HARMLESS_EXTENSIONS =
      List.of("autoinc", "bloom", "insert_username", "moddatetime", "pg_stat_statements", "refint");

  /** Roles that an earlier run made; what a kept state refers to stays. */
  private static final String DROP_FREE_ROLES =
      """
      DO $$
      DECLARE name text;
      BEGIN
        FOR name IN
          SELECT rolname FROM pg_roles
          WHERE NOT starts_with(rolname, 'pg_')
            AND rolname NOT IN (current_user, 'tidegate_restricted')
        LOOP
          BEGIN
            EXECUTE format('DROP ROLE %I', name);
          EXCEPTION WHEN dependent_objects_still_exist THEN
            NULL;
          END;
        END LOOP;
      END $$
      """;

  private final ConnectionSettings administrator;
  private final ConnectionSettings owner;
  private final Connection connection;
  private boolean copiesFiles;
  private final RunName run = RunName.ofThisRun();

  /**
   * Opens the connection that all is done through.
   *
   * @param administrator may create databases
   * @param owner of the databases; the same where the SQL is trusted
   */
  PostgresDatabases(ConnectionSettings administrator, ConnectionSettings owner)
      throws SQLException {
    this.administrator = administrator;
    this.owner = owner;
    this.connection = Connections.open(administrator);
  }

  String version() {
    return query("SHOW server_version").get(0).split(" ")[0];
  }

  /**
   * Takes back what SQL of an earlier run may have left in a server of our own: its databases, its
   * settings of roles, the roles that no kept state needs.
   */
  synchronized void prepareServer() throws SQLException {
    // Copying files takes a checkpoint: cheap without fsync, but not on somebody else's server.
    copiesFiles = connection.getMetaData().getDatabaseMajorVersion() >= FIRST_WITH_COPY_STRATEGIES;
    dropWhere(name -> true);
    execute("ALTER ROLE ALL RESET ALL");
    execute("ALTER ROLE " + quoted(administrator.user().orElseThrow()) + " RESET ALL");
    execute(DROP_FREE_ROLES);
    if (restricted()) {
      prepareOwner(owner.user().orElseThrow());
    }
  }

  private void prepareOwner(String name) {
    var role = quoted(name);
    if (!roleExists(name)) {
      execute("CREATE ROLE " + role);
    }
    execute(
        "ALTER ROLE "
            + role
            + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD "
            + literal(ScramVerifier.of(owner.password().orElseThrow())));
    execute("ALTER ROLE " + role + " RESET ALL");
    execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
  }

  /** A new database, a copy of a template. */
  synchronized PostgresDatabase create(String template) {
    var name = run.databaseName();
    copy(template, name, owner);
    return new PostgresDatabase(this, name, settings(owner, name));
  }

  /** A copy of a database that nobody is connected to any more. */
  synchronized PostgresDatabase copyOf(ScratchDatabase original) {
    var name = original.settings().url().database();
    awaitReleased(name);
    return create(name);
  }

  synchronized void drop(String name) {
    if (!query(Subscriptions.of(name)).isEmpty()) {
      Subscriptions.drop(settings(administrator, name));
    }
    execute("DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)");
  }

  /** Drops the scratch databases whose names say that their run is over. */
  synchronized void dropWhere(Predicate<RunName> over) {
    query("SELECT datname FROM pg_database WHERE starts_with(datname, '" + RunName.PREFIX + "')")
        .stream()
        .filter(name -> RunName.of(name).filter(over).isPresent())
        .forEach(this::drop);
  }

  synchronized Optional<Scratch.Kept> recall(String key) {
    var kept = keptName(key);
    var comments =
        query(
            "SELECT coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database"
                + " WHERE datname = '"
                + kept
                + "'");
    if (comments.isEmpty()) {
      return Optional.empty();
    }
    var notes = comments.get(0).lines().skip(1).toList();
    execute(noteUse(kept, notes));
    return Optional.of(new Scratch.Kept(new KeptDatabase(settings(owner, kept)), notes));
  }

  /** Renamed rather than copied: whoever goes on works with the kept state itself. */
  synchronized ScratchDatabase keep(String key, ScratchDatabase state, List<String> notes) {
    var kept = keptName(key);
    if (!query("SELECT datname FROM pg_database WHERE datname = '" + kept + "'").isEmpty()) {
      return state;
    }
    var name = state.settings().url().database();
    awaitReleased(name);
    var database = "ALTER DATABASE " + quoted(kept);
    execute(
        String.join(
            ";",
            "ALTER DATABASE " + quoted(name) + " RENAME TO " + quoted(kept),
            database + " OWNER TO " + quoted(administrator.user().orElseThrow()),
            database + " SET default_transaction_read_only = on",
            database + " WITH IS_TEMPLATE true",
            noteUse(kept, notes)));
    dropLeastUsed();
    return new KeptDatabase(settings(owner, kept));
  }

  synchronized void provideRole(String name) {
    if (roleExists(name)) {
      return;
    }
    execute("CREATE ROLE " + quoted(name) + " NOLOGIN");
    if (restricted()) {
      execute("GRANT " + quoted(name) + " TO " + quoted(owner.user().orElseThrow()));
    }
  }

  void provideExtension(ScratchDatabase database, WantedExtension extension) {
    if (restricted() && !HARMLESS_EXTENSIONS.contains(extension.name())) {
      throw ScratchProblems.extensionRestricted(extension.name()).exception();
    }
    var name = database.settings().url().database();
    var sql =
        "CREATE EXTENSION IF NOT EXISTS "
            + quoted(extension.name())
            + extension.schema().map(schema -> " SCHEMA " + quoted(schema)).orElse("");
    try (var superuser = Connections.open(settings(administrator, name));
        var statement = superuser.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw ScratchProblems.databaseError(sql, e).exception(e);
    }
  }

  synchronized void execute(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw ScratchProblems.databaseError(sql, e).exception(e);
    }
  }

  synchronized List<String> query(String sql) {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw ScratchProblems.databaseError(sql, e).exception(e);
    }
  }

  /** Drops the databases of this run, and leaves the server. */
  @Override
  public synchronized void close() {
    try (connection) {
      dropWhere(run::equals);
    } catch (SQLException e) {
      throw ScratchProblems.databaseError("closing the connection", e).exception(e);
    }
  }

  static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  static String literal(String text) {
    return "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  /** The login of a role on a server of our own, into its first database. */
  static ConnectionSettings login(String host, int port, String user, Secret password) {
    return ConnectionSettings.of(
        new DatabaseUrl(
            Product.POSTGRESQL,
            host,
            port,
            "postgres",
            Optional.of(user),
            Optional.of(password),
            new TreeMap<>()),
        "the scratch server");
  }

  static ConnectionSettings settings(ConnectionSettings login, String database) {
    var url = login.url();
    return new ConnectionSettings(
        new DatabaseUrl(
            url.product(),
            url.host(),
            url.port(),
            database,
            url.user(),
            url.password(),
            url.parameters()),
        login.user(),
        login.password(),
        "the scratch server",
        false);
  }

  private boolean roleExists(String name) {
    return !query("SELECT rolname FROM pg_roles WHERE rolname = " + literal(name)).isEmpty();
  }

  private boolean restricted() {
    return !owner.user().equals(administrator.user());
  }

  private void copy(String template, String name, ConnectionSettings of) {
    execute(
        "CREATE DATABASE "
            + quoted(name)
            + " TEMPLATE "
            + quoted(template)
            + of.user().map(user -> " OWNER " + quoted(user)).orElse("")
            + (copiesFiles ? " STRATEGY FILE_COPY" : ""));
    if (!query(Subscriptions.of(template)).isEmpty()) {
      Subscriptions.carry(template, settings(administrator, name));
    }
  }

  /**
   * A backend ends a moment after its client left, and CREATE DATABASE looks again after 100 ms.
   */
  private void awaitReleased(String name) {
    var sql = "SELECT pid FROM pg_stat_activity WHERE datname = " + literal(name);
    for (var polls = 0; polls < RELEASE_POLLS && !query(sql).isEmpty(); polls++) {
      try {
        Thread.sleep(RELEASE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** The comment's first line says when it was used, in milliseconds; the notes follow. */
  private static String noteUse(String kept, List<String> notes) {
    var used = Long.toString(System.currentTimeMillis());
    var lines = Stream.concat(Stream.of(used), notes.stream().flatMap(String::lines)).toList();
    return "COMMENT ON DATABASE " + quoted(kept) + " IS " + literal(String.join("\n", lines));
  }

  private void dropLeastUsed() {
    query(
            "SELECT datname FROM pg_database WHERE starts_with(datname, '"
                + KEPT_PREFIX
                + "') ORDER BY shobj_description(oid, 'pg_database') DESC NULLS LAST OFFSET "
                + KEPT_MOST)
        .forEach(
            kept -> {
              execute("ALTER DATABASE " + quoted(kept) + " WITH IS_TEMPLATE false");
              drop(kept);
            });
  }

  private static String keptName(String key) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return KEPT_PREFIX + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
