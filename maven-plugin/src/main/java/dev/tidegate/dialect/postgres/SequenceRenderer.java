package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.literal;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.render.SqlBuilder;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** https://www.postgresql.org/docs/current/sql-createsequence.html */
final class SequenceRenderer implements KindRenderer<Sequence> {
  private static final String BIGINT = "bigint";
  private final Surroundings surroundings;

  SequenceRenderer(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The sequence of an identity that goes has to make room for one of its name, which goes on from
   * where it stands.
   */
  @Override
  public List<String> create(Sequence sequence, List<SchemaObject> parts) {
    var sql = sql("CREATE").words(sequence.unlogged() ? "UNLOGGED" : "");
    sql.words("SEQUENCE").name(sequence.id());
    if (!sequence.type().equals(BIGINT)) {
      sql.words("AS").words(sequence.type());
    }
    addChanges(sql, new Pair<>(unsaid(sequence.type(), sequence.increment()), counting(sequence)));
    var identity = surroundings.sayIdentityGoes(sequence.id());
    if (identity.isEmpty()) {
      return List.of(sql.sql());
    }
    var aside = surroundings.names().aside(sequence.id());
    return List.of(
        rename(sequence.id(), aside),
        sql.sql(),
        IdentityClause.continueFrom(
            aside, literal(PostgresIdentifiers.qualified(sequence.id())), counting(sequence)),
        dropIdentity(identity.get()));
  }

  private static String rename(ObjectId sequence, ObjectId aside) {
    return sql("ALTER SEQUENCE").name(sequence).words("RENAME TO").name(aside.name()).sql();
  }

  /**
   * A sequence that a dropped column owned is gone already. One whose column gets an identity waits
   * until that has taken its position.
   */
  @Override
  public List<String> drop(Sequence sequence) {
    var aside = surroundings.names().aside(sequence.id());
    if (surroundings.sayAside(sequence.id(), aside)) {
      return List.of(
          sql("ALTER SEQUENCE").name(sequence.id()).words("OWNED BY NONE").sql(),
          rename(sequence.id(), aside));
    }
    return surroundings.goesWithOwner(sequence)
        ? List.of()
        : List.of(sql("DROP SEQUENCE").name(sequence.id()).sql());
  }

  @Override
  public List<String> alter(Pair<Sequence> sequence) {
    var from = sequence.from();
    var to = sequence.to();
    var statements = new ArrayList<String>();
    var counting = sequence.map(SequenceRenderer::counting);
    if (!from.type().equals(to.type()) || !counting.from().equals(counting.to())) {
      var sql = sql("ALTER SEQUENCE").name(to.id());
      if (!from.type().equals(to.type())) {
        sql.words("AS").words(to.type());
      }
      addChanges(sql, counting);
      statements.add(sql.words(restarts(counting) ? "RESTART" : "").sql());
    }
    if (from.unlogged() != to.unlogged()) {
      var word = to.unlogged() ? "SET UNLOGGED" : "SET LOGGED";
      statements.add(sql("ALTER SEQUENCE").name(to.id()).words(word).sql());
    }
    return statements;
  }

  /** How a sequence counts. */
  record Counting(
      long start, long increment, long minimum, long maximum, long cache, boolean cycles) {

    static Counting of(Column.Identity identity) {
      return new Counting(
          identity.start(),
          identity.increment(),
          identity.minimum(),
          identity.maximum(),
          identity.cache(),
          identity.cycles());
    }
  }

  /** How a sequence of this type counts when nothing is said. */
  static Counting unsaid(String type, long increment) {
    var maximum =
        switch (type) {
          case "smallint" -> Short.MAX_VALUE;
          case "integer" -> Integer.MAX_VALUE;
          default -> Long.MAX_VALUE;
        };
    return increment > 0
        ? new Counting(1, 1, 1, maximum, 1, false)
        : new Counting(-1, 1, -maximum - 1, -1, 1, false);
  }

  /** The options in which {@code to} differs, in brackets where SQL wants them for an identity. */
  static Optional<String> options(Pair<Counting> counting, String before) {
    var sql = sql("");
    var from = counting.from();
    var to = counting.to();
    option(sql, before + "INCREMENT BY", from.increment(), to.increment());
    option(sql, before + "MINVALUE", from.minimum(), to.minimum());
    option(sql, before + "MAXVALUE", from.maximum(), to.maximum());
    option(sql, before + "START WITH", from.start(), to.start());
    option(sql, before + "CACHE", from.cache(), to.cache());
    if (from.cycles() != to.cycles()) {
      sql.words(before + (to.cycles() ? "CYCLE" : "NO CYCLE"));
    }
    return Optional.of(sql.sql()).filter(text -> !text.isEmpty());
  }

  /** Where the old start lies outside the new bounds, the value it has come to may do so too. */
  static boolean restarts(Pair<Counting> counting) {
    var start = counting.from().start();
    return start < counting.to().minimum() || start > counting.to().maximum();
  }

  private static String dropIdentity(Column column) {
    return sql("ALTER TABLE")
        .name(column.table())
        .words("ALTER COLUMN")
        .name(column.id().name())
        .words("DROP IDENTITY")
        .sql();
  }

  private static void addChanges(SqlBuilder sql, Pair<Counting> counting) {
    options(counting, "").ifPresent(sql::words);
  }

  private static void option(SqlBuilder sql, String words, long from, long to) {
    if (from != to) {
      sql.words(words).words(Long.toString(to));
    }
  }

  static Counting counting(Sequence sequence) {
    return new Counting(
        sequence.start(),
        sequence.increment(),
        sequence.minimum(),
        sequence.maximum(),
        sequence.cache(),
        sequence.cycles());
  }
}
