package dev.tidegate.migration;

import dev.tidegate.jdbc.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;

/** The connections that Flyway has opened, so that they can be stopped and looked for. */
final class Sessions {
  private final List<Noted> all = new CopyOnWriteArrayList<>();

  /** A session, and its process as it was called while it was open. */
  private record Noted(Session session, OptionalInt backend) {
    boolean isClosed() {
      try {
        return session.connection().isClosed();
      } catch (SQLException gone) {
        return true;
      }
    }
  }

  /** The same database, whose connections are noted. */
  MigrationDatabase noting(MigrationDatabase database) {
    return new MigrationDatabase(database.product(), () -> noted(database), database.schema());
  }

  private Connection noted(MigrationDatabase database) {
    var connection = database.opener().get();
    var session = new Session(connection, database.product());
    all.removeIf(Noted::isClosed);
    all.add(new Noted(session, session.backend()));
    return connection;
  }

  /** Those that are open. */
  List<Session> open() {
    return all.stream().filter(noted -> !noted.isClosed()).map(Noted::session).toList();
  }

  /** The process behind the one that was opened last. */
  OptionalInt backend() {
    return all.isEmpty() ? OptionalInt.empty() : all.get(all.size() - 1).backend();
  }

  /** The processes of all that were noted and may be there still. */
  List<Integer> backends() {
    return all.stream().flatMap(noted -> noted.backend().stream().boxed()).toList();
  }
}
