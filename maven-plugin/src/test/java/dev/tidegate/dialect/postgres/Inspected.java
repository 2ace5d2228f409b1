package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.Scope;
import dev.tidegate.jdbc.Product;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.scratch.TestPostgres;
import dev.tidegate.source.sql.SqlScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the inspector reads after SQL has run in an empty database. */
final class Inspected {
  private static final Map<Integer, Schema> ONE_OF_EACH = new ConcurrentHashMap<>();

  private Inspected() {}

  /** The schema of {@code inspection.sql}, built once a major version. */
  static Schema oneOfEach(int major) {
    return ONE_OF_EACH.computeIfAbsent(major, version -> schema(version, script()));
  }

  /** The schema that this SQL builds. */
  static Schema schema(int major, String sql) {
    try (var database = TestPostgres.database(major);
        var connection = database.connect()) {
      run(connection, sql);
      return new PostgresInspector().inspect(connection, Scope.all());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a script. */
  static void run(Connection connection, String sql) throws SQLException {
    for (var each : SqlScript.split(Product.POSTGRESQL, "test", sql).statements()) {
      try (var statement = connection.createStatement()) {
        statement.execute(each.sql());
      }
    }
  }

  /** The object of this kind and path, which has to be there. */
  static <T extends SchemaObject> T object(Schema schema, Class<T> type, ObjectId id) {
    return type.cast(schema.find(id).orElseThrow(() -> new AssertionError("there is no " + id)));
  }

  /** An identity in the schema {@code app}. */
  static ObjectId app(ObjectKind kind, String... path) {
    var id = ObjectId.of(ObjectKind.NAMESPACE, "app");
    for (var name : path) {
      id = id.member(kind, name);
    }
    return id;
  }

  private static String script() {
    try (var stream = Inspected.class.getResourceAsStream("inspection.sql")) {
      if (stream == null) {
        throw new IllegalStateException("inspection.sql is not there");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
