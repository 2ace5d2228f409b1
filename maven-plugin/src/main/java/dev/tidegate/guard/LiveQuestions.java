package dev.tidegate.guard;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Turns the hazards of pending migrations into questions to the live database. Not safe for several
 * threads: each migration is asked about after those before it.
 */
final class LiveQuestions {
  private final Dialect dialect;
  private final StateLook start;
  private final Set<String> made = new HashSet<>();
  private final List<Earlier> earlier = new ArrayList<>();
  private Schema last;

  /** Statements that run before, each with what it writes in the names of the start. */
  private record Earlier(String script, RowWriters.Written written) {}

  /** What the rows of a hazard lie in, and which columns decide. */
  private record Subject(Set<ObjectId> tables, List<String> columns) {}

  LiveQuestions(Dialect dialect, StateLook start) {
    this.dialect = dialect;
    this.start = start;
    this.last = start.schema();
  }

  /** The hazards that follow from the states, with their queries in the names of the start. */
  List<Hazard> ofStates(Schema back) {
    var here = StateHazards.of(dialect, new Pair<>(last, back));
    var cumulative =
        last.equals(start.schema())
            ? here
            : StateHazards.of(dialect, new Pair<>(start.schema(), back));
    last = back;
    return here.stream().map(hazard -> asked(hazard, cumulative)).toList();
  }

  /** With the query that asks the live database, which has nothing of earlier pending files. */
  private static Hazard asked(Hazard hazard, List<Hazard> cumulative) {
    if (hazard.probe().isEmpty()) {
      return hazard;
    }
    var plain = new Hazard(hazard.type(), hazard.object(), hazard.message());
    return cumulative.stream()
        .filter(it -> it.type() == hazard.type() && it.object().equals(hazard.object()))
        .findFirst()
        .flatMap(
            it ->
                it.probe()
                    .map(plain::probedBy)
                    .map(known -> it.culprits().map(known::causedBy).orElse(known)))
        .orElse(plain);
  }

  /** Remembers what a migration's statements write. */
  void ran(String script, List<String> statements, RowWriters writers) {
    for (var sql : statements) {
      earlier.add(new Earlier(script, writers.of(sql)));
    }
  }

  /** Notes the tables that statements make. */
  Set<String> making(List<String> statements) {
    for (var sql : statements) {
      var words = SqlWords.of(dialect.product(), sql);
      if (words.keyword(0).equals("CREATE")) {
        var table = words.place("TABLE", 5);
        if (table > 0) {
          var name = words.name(words.skip(table + 1, "IF", "NOT", "EXISTS"));
          name.stream()
              .skip(Math.max(0, name.size() - 1))
              .map(last -> last.toLowerCase(Locale.ROOT))
              .forEach(made::add);
        }
      }
    }
    return Set.copyOf(made);
  }

  /**
   * The question about a hazard.
   *
   * @param said as reports name its object
   * @param own the statements of the same migration that run before what may fail
   */
  LiveQuestion question(String script, Hazard hazard, ObjectId said, List<RowWriters.Written> own) {
    var named = hazard.about(said);
    if (hazard.type() != HazardType.MAY_FAIL_ON_DATA) {
      return new LiveQuestion(script, named, Optional.empty());
    }
    var subject = subject(hazard);
    var repair =
        Stream.concat(earlier.stream(), own.stream().map(written -> new Earlier(script, written)))
            .filter(it -> it.written().concerns(subject.tables(), subject.columns()))
            .findFirst()
            .map(it -> it.script() + " may change these rows before");
    return new LiveQuestion(script, named, repair);
  }

  private Subject subject(Hazard hazard) {
    var id = hazard.object();
    var object = last.find(id).or(() -> start.schema().find(id));
    var tables = new TreeSet<ObjectId>();
    if (id.kind() == ObjectKind.TABLE) {
      tables.add(id);
    }
    object.flatMap(SchemaObject::parent).ifPresent(tables::add);
    if (object.isEmpty() || tables.isEmpty()) {
      return new Subject(Set.of(), List.of());
    }
    if (object.get() instanceof ForeignKey key) {
      tables.add(key.referencedTable());
    }
    return new Subject(Set.copyOf(tables), columns(object.get()));
  }

  private static List<String> columns(SchemaObject object) {
    if (object instanceof Column) {
      return List.of(object.id().name());
    } else if (object instanceof Key key) {
      return key.columns();
    } else if (object instanceof CheckConstraint check) {
      return check.columns();
    } else if (object instanceof ForeignKey key) {
      return key.columns();
    }
    return object instanceof Index index
        ? index.keys().stream().flatMap(it -> it.column().stream()).toList()
        : List.of();
  }
}
