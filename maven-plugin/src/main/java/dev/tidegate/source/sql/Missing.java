package dev.tidegate.source.sql;

import dev.tidegate.jdbc.DatabaseError;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a statement needs that the scratch server does not have yet. */
public sealed interface Missing {
  /** https://www.postgresql.org/docs/current/errcodes-appendix.html */
  String INSUFFICIENT_PRIVILEGE = "42501";

  /** A role that the statement names. */
  record Role(String name) implements Missing {}

  /**
   * An extension that the statement creates.
   *
   * @param name as the statement has it
   * @param schema where its objects go; empty for the first of the search path
   * @param available whether the server has its files, so that only the right to create it lacks
   */
  record Extension(String name, Optional<String> schema, boolean available) implements Missing {}

  /** Reads the server's refusal. */
  static Optional<Missing> of(String sql, DatabaseError error) {
    return role(error).or(() -> extension(sql, error));
  }

  private static Optional<Missing> role(DatabaseError error) {
    var named = Patterns.ROLE.matcher(error.message());
    return error.sqlState().equals("42704") && named.find()
        ? Optional.of(new Role(named.group(1)))
        : Optional.empty();
  }

  private static Optional<Missing> extension(String sql, DatabaseError error) {
    var created = Patterns.CREATE_EXTENSION.matcher(sql);
    if (!created.lookingAt()) {
      return Optional.empty();
    }
    var schema = Patterns.IN_SCHEMA.matcher(sql);
    var where =
        schema.find(created.end()) ? Optional.of(name(schema.group(1))) : Optional.<String>empty();
    var name = name(created.group(1));
    return switch (error.sqlState()) {
      // 0A000: no control file; 58P01: the same on servers before 15
      case "0A000", "58P01" -> Optional.of(new Extension(name, where, false));
      case INSUFFICIENT_PRIVILEGE -> Optional.of(new Extension(name, where, true));
      default -> Optional.empty();
    };
  }

  private static String name(String written) {
    return written.startsWith("\"")
        ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
        : written.toLowerCase(java.util.Locale.ROOT);
  }

  /** How the server and the statement say it. */
  final class Patterns {
    private static final String NAME = "(\"(?:[^\"]|\"\")+\"|[\\w$]+)";
    private static final Pattern ROLE = Pattern.compile("role \"(.+)\" does not exist");
    private static final Pattern CREATE_EXTENSION =
        Pattern.compile(
            "CREATE\\s+EXTENSION\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?" + NAME, Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_SCHEMA =
        Pattern.compile("\\bSCHEMA\\s+" + NAME, Pattern.CASE_INSENSITIVE);

    private Patterns() {}
  }
}
