package dev.tidegate.guard;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.LiveDatabase;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How large the tables are that a migration writes anew or reads, and who stands in the way of its
 * locks right now.
 */
record LiveCosts(Map<ObjectId, LiveDatabase.Size> sizes, Dialect dialect, Connection connection) {
  private static final Set<HazardType> OF_SIZE =
      EnumSet.of(HazardType.TABLE_REWRITE, HazardType.FULL_SCAN);

  /** Of a transaction that is worth naming. */
  private static final int OLD_SECONDS = 60;

  private static final Set<HazardType> OF_LOCKS =
      EnumSet.of(HazardType.BLOCKS_READS, HazardType.BLOCKS_WRITES);

  List<Probed> of(PendingHazards file) throws SQLException {
    var answers = new ArrayList<Probed>();
    for (var hazard : file.hazards()) {
      var size = sizes.get(hazard.object());
      if (OF_SIZE.contains(hazard.type()) && size != null) {
        answers.add(size(file.script(), hazard, size));
      }
    }
    answers.addAll(blockers(file));
    answers.addAll(old(file));
    return answers;
  }

  /** What cannot run in a transaction waits for those of others, even for readers elsewhere. */
  private List<Probed> old(PendingHazards file) throws SQLException {
    var outside =
        file.hazards().stream()
            .filter(hazard -> hazard.type() == HazardType.NOT_TRANSACTIONAL)
            .findFirst();
    var answers = new ArrayList<Probed>();
    if (outside.isPresent()) {
      for (var who : dialect.live().oldTransactions(connection, OLD_SECONDS)) {
        answers.add(
            now(file.script(), outside.get(), "an old transaction may have to end first: " + who));
      }
    }
    return answers;
  }

  private static Probed now(String script, Hazard hazard, String text) {
    return new Probed(
        script,
        hazard,
        Optional.of(1L),
        Probed.Precision.ESTIMATED,
        text,
        Optional.of("as of now; the deploy waits for it no longer than lockTimeout"),
        false,
        List.of());
  }

  private static Probed size(String script, Hazard hazard, LiveDatabase.Size size) {
    var text =
        "%s: about %s rows, %s (estimated from statistics)"
            .formatted(
                hazard.object().display(),
                ProbeWords.rounded(size.rows()),
                ProbeWords.bytes(size.bytes()));
    return new Probed(
        script,
        hazard,
        Optional.of(size.rows()),
        Probed.Precision.ESTIMATED,
        text,
        Optional.empty(),
        false,
        List.of());
  }

  /**
   * A lock that keeps readers out waits for every reader; one that keeps writers out, for those.
   */
  private List<Probed> blockers(PendingHazards file) throws SQLException {
    var locked = new LinkedHashSet<ObjectId>();
    file.hazards().stream()
        .filter(hazard -> OF_LOCKS.contains(hazard.type()))
        .map(Hazard::object)
        .filter(id -> id.kind() == ObjectKind.TABLE)
        .forEach(locked::add);
    var answers = new ArrayList<Probed>();
    if (locked.isEmpty()) {
      return answers;
    }
    for (var blocker : dialect.live().blockers(connection, locked)) {
      file.hazards().stream()
          .filter(hazard -> hazard.object().equals(blocker.table()))
          .filter(hazard -> waits(hazard.type(), blocker.mode()))
          .findFirst()
          .ifPresent(hazard -> answers.add(blocker(file.script(), hazard, blocker)));
    }
    return answers;
  }

  /** https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES. */
  private static boolean waits(HazardType type, String mode) {
    return type == HazardType.BLOCKS_READS
        || (type == HazardType.BLOCKS_WRITES
            && !mode.equals("ACCESS SHARE")
            && !mode.equals("ROW SHARE"));
  }

  private static Probed blocker(String script, Hazard hazard, LiveDatabase.Blocker blocker) {
    var text =
        "%s is locked by others now (%s): %s"
            .formatted(blocker.table().display(), blocker.mode(), blocker.who());
    return now(script, hazard, text);
  }
}
