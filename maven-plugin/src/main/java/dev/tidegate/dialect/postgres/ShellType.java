package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Routine;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A type of which no more is known than its name. A base type needs functions that take and return
 * it, and so does a range type with a canonical function: they are made of the shell, and the type
 * of them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtype.html">CREATE TYPE</a>
 */
final class ShellType implements DefinitionRenderer {
  /** A role that owns for a moment what can only go at once; it exists within a transaction. */
  private static final String LEAVING = "tidegate_leaving";

  /** One that nobody has filled. */
  static Definition alone(String namespace, String name) {
    return new Definition(
        ObjectId.of(ObjectKind.SHELL_TYPE, namespace, name), Optional.empty(), new TreeMap<>());
  }

  /** The shell that the type was before. It differs when the type cannot stay. */
  static Definition of(Definition type) {
    var attributes =
        type.id().kind() == ObjectKind.BASE_TYPE
            ? BaseTypeRenderer.fixed(type)
            : new TreeMap<>(type.attributes());
    return new Definition(idOf(type.id()), Optional.empty(), attributes);
  }

  static ObjectId idOf(ObjectId type) {
    return new ObjectId(ObjectKind.SHELL_TYPE, type.path());
  }

  /**
   * Drops a type and the functions that need it as it needs them. No order of DROPs could do that,
   * but what one role owns goes at once, and fails where anything else still stands on it.
   * https://www.postgresql.org/docs/current/sql-drop-owned.html
   */
  static List<String> dropWithFunctions(Definition type, Surroundings surroundings) {
    var functions = functionsOf(type.id(), surroundings).toList();
    if (functions.isEmpty()) {
      return List.of(sql("DROP TYPE").name(type.id()).sql());
    }
    var statements = new ArrayList<String>();
    statements.add("CREATE ROLE " + LEAVING);
    statements.add(sql("ALTER TYPE").name(type.id()).words("OWNER TO " + LEAVING).sql());
    functions.forEach(
        function ->
            statements.add(
                sql("ALTER")
                    .words(ObjectNames.named(function))
                    .words("OWNER TO " + LEAVING)
                    .sql()));
    statements.add("DROP OWNED BY " + LEAVING);
    statements.add("DROP ROLE " + LEAVING);
    return statements;
  }

  /** Whether the function goes along with the type that it needs and that needs it. */
  static boolean takes(Routine function, Surroundings surroundings) {
    var from = surroundings.schemas().from();
    return from.dependenciesOf(function.id()).stream()
        .filter(needed -> needed.kind() == ObjectKind.SHELL_TYPE)
        .flatMap(shell -> filled(shell, surroundings).stream())
        .anyMatch(
            type -> surroundings.drops(type) && from.dependenciesOf(type).contains(function.id()));
  }

  @Override
  public List<String> create(Definition shell, List<SchemaObject> parts) {
    return List.of(sql("CREATE TYPE").name(shell.id()).sql());
  }

  @Override
  public List<String> drop(Definition shell) {
    return List.of(sql("DROP TYPE").name(shell.id()).sql());
  }

  @Override
  public List<String> drop(Definition shell, Surroundings surroundings) {
    return filled(shell.id(), surroundings).isPresent() ? List.of() : drop(shell);
  }

  private static Stream<ObjectId> functionsOf(ObjectId type, Surroundings surroundings) {
    var from = surroundings.schemas().from();
    return from.dependenciesOf(type).stream()
        .filter(needed -> from.dependenciesOf(needed).contains(idOf(type)))
        .filter(needed -> needed.kind() == ObjectKind.FUNCTION);
  }

  private static Optional<ObjectId> filled(ObjectId shell, Surroundings surroundings) {
    var from = surroundings.schemas().from();
    return Stream.of(ObjectKind.BASE_TYPE, ObjectKind.RANGE_TYPE)
        .map(kind -> new ObjectId(kind, shell.path()))
        .filter(from::holds)
        .findFirst();
  }
}
