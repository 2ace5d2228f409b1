package dev.tidegate.dialect;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which part of a database is compared.
 *
 * @param namespaces the name spaces to look at; empty for all that are not the system's
 * @param exclude patterns of objects to leave out, {@code *} for any text, matched against the path
 *     with dots or its last name: {@code audit.*}, {@code tmp_*}
 * @param privileges whether owners, grants and default privileges are compared; where they are not,
 *     they are read so that what a plan replaces gets back what it had
 */
public record Scope(List<String> namespaces, List<String> exclude, boolean privileges) {
  /** The tables of Tidegate and Flyway, which are no part of anybody's schema. */
  public static final Set<String> OWN_TABLES =
      Set.of(
          "flyway_schema_history", "tidegate_environment", "tidegate_consent", "tidegate_progress");

  /** The tables in which Prisma and Liquibase keep their histories; upper case for SQLite. */
  private static final Set<String> OTHER_HISTORIES =
      Set.of("_prisma_migrations", "databasechangelog", "databasechangeloglock");

  public Scope {
    namespaces = List.copyOf(namespaces);
    exclude = List.copyOf(exclude);
  }

  /** A scope without privileges. */
  public Scope(List<String> namespaces, List<String> exclude) {
    this(namespaces, exclude, false);
  }

  /** Everything that a user made. */
  public static Scope all() {
    return new Scope(List.of(), List.of());
  }

  /**
   * Whether a table of this name tells of migrations, whichever tool wrote it, and so is no part of
   * what they build.
   */
  public static boolean isHistory(String table) {
    return OWN_TABLES.contains(table) || OTHER_HISTORIES.contains(table.toLowerCase(Locale.ROOT));
  }

  /** Whether objects of this name space are looked at. */
  public boolean includesNamespace(String namespace) {
    return namespaces.isEmpty() || namespaces.contains(namespace);
  }

  /** Whether this table, view, type or routine is left out, with everything that stands in it. */
  public boolean excludes(ObjectId id) {
    if (id.kind() == ObjectKind.TABLE && isHistory(id.name())) {
      return true;
    }
    return exclude.stream()
        .map(Scope::pattern)
        .anyMatch(
            pattern ->
                pattern.matcher(id.display()).matches() || pattern.matcher(id.name()).matches());
  }

  private static Pattern pattern(String glob) {
    return Pattern.compile(Pattern.quote(glob).replace("*", "\\E.*\\Q"));
  }
}
