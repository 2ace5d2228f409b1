package dev.tidegate.guard;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.LiveDatabase;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Asks the live database what the hazards of pending migrations come to, in one transaction that
 * cannot write and sees one moment, where all that the question calls is known to be harmless. An
 * answer that cannot be had is said to be unknown; it never stops anything.
 */
public final class LiveProbes {
  /** For all questions together; what has no time left is estimated. */
  private static final Duration OVERALL = Duration.ofSeconds(60);

  private static final String SAVEPOINT = "tidegate_probe";

  private final Connection connection;
  private final Dialect dialect;
  private final Duration each;
  private final long end = System.nanoTime() + OVERALL.toNanos();
  private final Map<String, Counted> known = new LinkedHashMap<>();
  private final Map<ObjectId, LiveDatabase.Size> sizes;

  /** A count, or why there is none. */
  private record Counted(Optional<Long> value, Optional<String> why, boolean late) {}

  private LiveProbes(Connection connection, Dialect dialect, Duration each) throws SQLException {
    this.connection = connection;
    this.dialect = dialect;
    this.each = each;
    dialect.live().beginLook(connection);
    this.sizes = dialect.live().sizes(connection);
  }

  /**
   * Asks all questions in their order.
   *
   * @param connection that cannot write; in no transaction
   * @param each how long one answer may take; zero for no limit of its own
   */
  public static LiveAnswers ask(
      Connection connection, Dialect dialect, List<PendingHazards> files, Duration each)
      throws SQLException {
    var probes = new LiveProbes(connection, dialect, each);
    var answers = new ArrayList<Probed>();
    try {
      for (var file : files) {
        for (var question : file.questions()) {
          answers.add(probes.answer(question));
        }
        answers.addAll(new LiveCosts(probes.sizes, dialect, connection).of(file));
      }
    } finally {
      connection.rollback();
    }
    return new LiveAnswers(answers);
  }

  private Probed answer(LiveQuestion question) {
    var hazard = question.hazard();
    var words = new ProbeWords(hazard);
    if (hazard.probe().isEmpty()) {
      var why = "it is about what an earlier pending migration makes";
      return probed(question, Optional.empty(), Probed.Precision.UNKNOWN, words.unknown(why));
    }
    var counted = count(hazard.probe().get());
    if (counted.value().isEmpty()) {
      return unknown(question, words, counted);
    }
    var value = counted.value().get();
    var keys = value > 0 ? keys(hazard) : Optional.<List<String>>empty();
    var certain = hazard.type() == HazardType.MAY_FAIL_ON_DATA && keys.isPresent();
    var text = certain || value == 0 ? words.of(value) : words.atMost(value);
    return new Probed(
        question.script(),
        hazard,
        Optional.of(value),
        Probed.Precision.EXACT,
        text,
        certain ? question.repair() : Optional.empty(),
        certain && question.repair().isEmpty(),
        certain ? keys.get() : List.of());
  }

  private Probed unknown(LiveQuestion question, ProbeWords words, Counted counted) {
    var hazard = question.hazard();
    var size = table(hazard.object()).map(sizes::get);
    if (counted.late() && size.isPresent()) {
      var text =
          "%s: at most about %s rows (estimated, the count took longer than %s)"
              .formatted(
                  words.what(), ProbeWords.rounded(size.get().rows()), ProbeWords.time(each));
      return probed(question, Optional.of(size.get().rows()), Probed.Precision.ESTIMATED, text);
    }
    return probed(
        question,
        Optional.empty(),
        Probed.Precision.UNKNOWN,
        words.unknown(counted.why().orElse("no answer")));
  }

  private static Probed probed(
      LiveQuestion question, Optional<Long> value, Probed.Precision precision, String text) {
    return new Probed(
        question.script(),
        question.hazard(),
        value,
        precision,
        text,
        Optional.empty(),
        false,
        List.of());
  }

  private static Optional<ObjectId> table(ObjectId id) {
    return id.kind() == ObjectKind.TABLE
        ? Optional.of(id)
        : id.kind() == ObjectKind.ENUM || id.kind() == ObjectKind.NAMESPACE || id.path().size() < 2
            ? Optional.empty()
            : Optional.of(new ObjectId(ObjectKind.TABLE, id.qualifier()));
  }

  /** The keys of rows that make it fail; empty where that is not certain. */
  private Optional<List<String>> keys(Hazard hazard) {
    if (hazard.culprits().isEmpty()) {
      return Optional.empty();
    }
    try {
      var sql = hazard.culprits().get();
      return dialect.live().objection(connection, sql).isPresent()
          ? Optional.empty()
          : Optional.of(ask(sql));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  private Counted count(String sql) {
    return known.computeIfAbsent(sql, this::counted);
  }

  private Counted counted(String sql) {
    if (System.nanoTime() > end) {
      return new Counted(Optional.empty(), Optional.of("no time was left"), true);
    }
    try {
      var objection = dialect.live().objection(connection, sql);
      if (objection.isPresent()) {
        return new Counted(
            Optional.empty(), Optional.of("not asked: calls " + objection.get()), false);
      }
      var answer = ask(sql);
      return new Counted(Optional.of(Long.parseLong(answer.get(0))), Optional.empty(), false);
    } catch (SQLException e) {
      var late =
          "57014".equals(e.getSQLState()) || String.valueOf(e.getMessage()).contains("INTERRUPT");
      return new Counted(Optional.empty(), Optional.of(dialect.live().condition(e)), late);
    }
  }

  /** The first column without what is null; what was asked in vain leaves no trace. */
  private List<String> ask(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SAVEPOINT " + SAVEPOINT);
      try {
        var limit = dialect.live().limiting(each.toMillis());
        if (limit.isPresent()) {
          statement.execute(limit.get());
        }
        return rows(statement, sql);
      } finally {
        statement.execute("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
      }
    }
  }

  /** The server keeps the limit itself where it can; the alarm is for those that cannot. */
  private List<String> rows(Statement statement, String sql) throws SQLException {
    var alarm = new Timer("tidegate probe", true);
    if (!each.isZero()) {
      alarm.schedule(new Cancel(statement), each.toMillis() + each.toMillis() / 10);
    }
    try (var rows = statement.executeQuery(sql)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        var value = rows.getString(1);
        if (value != null) {
          found.add(value);
        }
      }
      return found;
    } finally {
      alarm.cancel();
    }
  }

  private static final class Cancel extends TimerTask {
    private final Statement statement;

    Cancel(Statement statement) {
      this.statement = statement;
    }

    @Override
    public void run() {
      try {
        statement.cancel();
      } catch (SQLException over) {
        // It has ended by itself in the meantime.
        cancel();
      }
    }
  }
}
