package dev.tidegate.migration;

import dev.tidegate.jdbc.Product;
import dev.tidegate.jdbc.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;

/** The connections that Flyway has opened, so that they can be stopped and looked for. */
final class Sessions {
  private final List<Session> all = new CopyOnWriteArrayList<>();

  /** The same database, whose connections are noted. */
  MigrationDatabase noting(MigrationDatabase database) {
    return new MigrationDatabase(database.product(), () -> noted(database), database.schema());
  }

  private Connection noted(MigrationDatabase database) {
    var connection = database.opener().get();
    all.removeIf(Sessions::isClosed);
    all.add(new Session(connection, database.product()));
    return connection;
  }

  private static boolean isClosed(Session session) {
    try {
      return session.connection().isClosed();
    } catch (SQLException gone) {
      return true;
    }
  }

  /** Those that are open. */
  List<Session> open() {
    return all.stream().filter(session -> !isClosed(session)).toList();
  }

  /** The process behind the one that was opened last. */
  OptionalInt backend() {
    return all.isEmpty() ? OptionalInt.empty() : all.get(all.size() - 1).backend();
  }

  /** The processes of all that were noted and may be there still. */
  List<Integer> backends() {
    return all.stream()
        .filter(session -> session.product() == Product.POSTGRESQL)
        .flatMap(session -> session.backend().stream().boxed())
        .toList();
  }
}
