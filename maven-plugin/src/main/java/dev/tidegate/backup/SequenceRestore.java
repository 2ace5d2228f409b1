package dev.tidegate.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Sets sequences to where they stood, and never back: somebody may hold a number they gave. */
final class SequenceRestore {
  private static final String SET =
      """
      SELECT setval(s.seqrelid::regclass, CASE WHEN s.seqincrement > 0
        THEN greatest(?, pg_sequence_last_value(s.seqrelid))
        ELSE least(?, pg_sequence_last_value(s.seqrelid)) END)
      FROM pg_sequence s
      WHERE s.seqrelid = to_regclass(?) AND ? BETWEEN s.seqmin AND s.seqmax""";

  private final Connection connection;

  SequenceRestore(Connection connection) {
    this.connection = connection;
  }

  /** One that never gave a number needs none; one that is not there any more gets none. */
  void set(List<Manifest.Counter> counters) throws SQLException {
    try (var statement = connection.prepareStatement(SET)) {
      for (var counter : counters) {
        if (counter.called()) {
          statement.setLong(1, counter.last());
          statement.setLong(2, counter.last());
          statement.setString(3, counter.sql());
          statement.setLong(4, counter.last());
          statement.executeQuery().close();
        }
      }
    }
  }
}
