package dev.tidegate.guard;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.LiveDatabase;
import dev.tidegate.jdbc.ConnectionSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which database a run is about, said before it is touched. Never holds the password.
 *
 * @param product {@code PostgreSQL} or {@code SQLite}
 * @param url without user information and parameters
 * @param host empty for SQLite
 * @param port 0 for SQLite
 * @param database its name; for SQLite the file
 * @param user whose rights hold; empty for SQLite
 * @param version of the server, or of SQLite's library
 * @param searchPath where unqualified names are looked for; empty for SQLite
 * @param vanished schemas that the search path names before the first one that is there for the
 *     user
 * @param histories schemas that hold a migration history
 * @param schema where unqualified names are created
 * @param replica whether it only follows another server
 * @param readOnly whether its transactions are read only unless they say otherwise
 * @param pooler what stands between us and the server, if something was noticed
 * @param encoding of texts
 * @param bytes the file's size; empty for PostgreSQL
 * @param environment the label that the database is marked with
 * @param environmentFault why the label cannot be read, if it cannot
 * @param origin where the URL came from
 */
public record DatabaseIdentity(
    String product,
    String url,
    String host,
    int port,
    String database,
    String user,
    String version,
    List<String> searchPath,
    List<String> vanished,
    List<String> histories,
    Optional<String> schema,
    boolean replica,
    boolean readOnly,
    Optional<Pooler> pooler,
    String encoding,
    Optional<Long> bytes,
    Optional<String> environment,
    Optional<String> environmentFault,
    String origin) {
  private static final int OLDEST_POSTGRESQL = 14;

  public DatabaseIdentity {
    searchPath = List.copyOf(searchPath);
    vanished = List.copyOf(vanished);
    histories = List.copyOf(histories);
  }

  /**
   * Asks the database who it is. Only reads.
   *
   * @throws dev.tidegate.problem.TidegateException TG-1009 if the server is older than 14
   */
  public static DatabaseIdentity read(
      Connection connection, ConnectionSettings settings, Dialect dialect) throws SQLException {
    var facts = dialect.live().facts(connection);
    var url = settings.url();
    var schema = url.schemas().stream().findFirst().or(facts::schema);
    var own = dialect.live().ownTables(connection);
    var mark = new EnvironmentMarker(dialect, schema).read(connection, own);
    if (!url.host().isEmpty() && facts.major() < OLDEST_POSTGRESQL) {
      throw GuardProblems.tooOld(url.display(), facts.version()).exception();
    }
    return new DatabaseIdentity(
        dialect.product().label(),
        url.display(),
        url.host(),
        url.port(),
        url.database(),
        facts.user(),
        facts.version(),
        facts.searchPath(),
        facts.vanished(),
        histories(own),
        schema,
        facts.replica(),
        facts.readOnly(),
        new PoolerSearch(settings, dialect.live()).find(connection, facts),
        facts.encoding(),
        facts.bytes(),
        mark.label(),
        mark.fault(),
        settings.origin());
  }

  /** The same database with another label. */
  public DatabaseIdentity marked(String label) {
    return with(pooler, Optional.of(label));
  }

  /** The same database as one that stands for another, which nobody has named. */
  public DatabaseIdentity standingIn(String place, String why) {
    return new DatabaseIdentity(
        product,
        place,
        "",
        0,
        place,
        "",
        version,
        searchPath,
        List.of(),
        histories,
        schema,
        false,
        false,
        Optional.empty(),
        encoding,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        why);
  }

  /** The same database, beside which there is a pooler. */
  DatabaseIdentity behind(Pooler other) {
    return with(Optional.of(other), environment);
  }

  /** Whether locks and settings of a session are lost between transactions on the way to it. */
  public boolean losesSessions() {
    return pooler.filter(Pooler::losesSessions).isPresent();
  }

  private DatabaseIdentity with(Optional<Pooler> found, Optional<String> label) {
    return new DatabaseIdentity(
        product,
        url,
        host,
        port,
        database,
        user,
        version,
        searchPath,
        vanished,
        histories,
        schema,
        replica,
        readOnly,
        found,
        encoding,
        bytes,
        label,
        environmentFault,
        origin);
  }

  /** Whether the label is the one whose data nobody overwrites by accident. */
  public boolean isProduction() {
    return environment
        .map(EnvironmentLabel::new)
        .filter(EnvironmentLabel::meansProduction)
        .isPresent();
  }

  /** The lines that name the database. */
  public String banner() {
    var lines = new ArrayList<String>();
    lines.add("database     " + place());
    lines.add("server       " + product + " " + version + ", " + encoding + role());
    if (hasServer()) {
      lines.add(
          "search path  "
              + (searchPath.isEmpty() ? "(empty)" : String.join(", ", searchPath))
              + "; tables are made in "
              + schema.orElse("none of them"));
      lines.add("pooler       " + pooler.map(Pooler::words).orElse("none"));
    }
    lines.add("environment  " + environmentFault.orElse(environment.orElse("(not marked)")));
    lines.add("URL from     " + origin);
    return String.join("\n", lines);
  }

  private static List<String> histories(List<LiveDatabase.OwnTable> own) {
    return own.stream()
        .filter(table -> table.name().equals("flyway_schema_history") && table.ordinary())
        .flatMap(table -> table.namespace().stream())
        .toList();
  }

  private String role() {
    if (!hasServer()) {
      return "";
    }
    return replica ? ", REPLICA" : readOnly ? ", primary, READ ONLY" : ", primary";
  }

  private boolean hasServer() {
    return !host.isEmpty();
  }

  private String place() {
    return host.isEmpty()
        ? database + bytes.map(size -> " (%,d bytes)".formatted(size)).orElse("")
        : database + " on " + host + ":" + port + " as " + user;
  }
}
