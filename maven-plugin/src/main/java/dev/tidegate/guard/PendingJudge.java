package dev.tidegate.guard;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges pending migrations one after the other. Only what the database has now can be lost: a
 * table that one pending migration creates and the next one drops is no hazard.
 */
public final class PendingJudge {
  private final Dialect dialect;
  private final Optional<String> schema;
  private final Set<ObjectId> onlyLive;
  private final Set<String> atRisk;
  private final StateLook start;
  private final LiveQuestions questions;
  private StateLook last;
  private Schema back;

  /**
   * A judge that starts from the state before the first pending migration.
   *
   * @param schema where unqualified names stand; empty where there are no name spaces
   * @param live what the database has now, which can be more than its migrations build
   */
  public PendingJudge(
      Dialect dialect, Optional<String> schema, StateLook start, Set<ObjectId> live) {
    this.dialect = dialect;
    this.schema = schema;
    this.onlyLive = new HashSet<>(live);
    this.onlyLive.removeAll(start.identities().keySet());
    this.onlyLive.removeIf(id -> id.path().stream().anyMatch(Scope.OWN_TABLES::contains));
    this.atRisk = new HashSet<>(start.identities().values());
    this.start = start;
    this.last = start;
    this.back = start.schema();
    this.questions = new LiveQuestions(dialect, start);
  }

  /**
   * The hazards of a migration.
   *
   * @param text what it says
   * @param read what the scratch database holds in which it has just run
   * @param named the same under the names of the start, as {@link LookBack} has it
   */
  public PendingHazards judge(Text text, StateLook read, Optional<Schema> named) {
    var before = last;
    var followed = dialect.live().follow(before.identities(), read.identities(), text.statements());
    last = read.knowing(followed);
    var schemas = new ArrayList<Schema>(List.of(back));
    var ofStates = List.<Hazard>of();
    if (named.isPresent()) {
      back = named.get();
      schemas.add(back);
      ofStates = questions.ofStates(back);
    }
    var writers = writers(before, schemas, questions.making(text.statements()));
    var all =
        new ArrayList<>(MigrationHazards.of(dialect, new Pair<>(before, last), named.isEmpty()));
    var names = new LookBack.Names(start, before);
    var asked = new ArrayList<LiveQuestion>();
    var own = before(text.statements(), writers);
    for (var hazard : ofStates) {
      var said = names.of(hazard.object());
      asked.add(questions.question(text.script(), hazard, said, own));
      all.add(hazard.about(said));
    }
    var bodies =
        new StatementBodies(
            dialect.product(), List.of(before.schema(), last.schema()), text.statements());
    var marked = MovedRows.told(dialect.product(), all, text.statements());
    var told = ofText(text.statements(), before, bodies);
    marked.addAll(told.keySet());
    questions.ran(text.script(), text.statements(), writers);
    return sorted(text, marked, before, new Found(asked, bodies.notes(), told));
  }

  /**
   * A migration as it is written.
   *
   * @param script its path within the migrations folder
   * @param sql all of it, for what it approves
   * @param statements the same, split
   */
  public record Text(String script, String sql, List<String> statements) {
    public Text {
      statements = List.copyOf(statements);
    }
  }

  /**
   * What a file's own statements write. What runs after its last change of the schema can mend
   * nothing that the change fails on, unless it may hold the change itself: a DO block that asks
   * first whether the rows are fit.
   */
  private List<RowWriters.Written> before(List<String> statements, RowWriters writers) {
    var found = new ArrayList<RowWriters.Written>();
    var changesFollow = false;
    for (var at = statements.size(); at > 0; at--) {
      var words = SqlWords.of(dialect.product(), statements.get(at - 1));
      changesFollow |= Set.of("ALTER", "CREATE", "DROP").contains(words.keyword(0));
      var written = writers.of(statements.get(at - 1));
      if (changesFollow || written.anything()) {
        found.add(written);
      }
    }
    return found;
  }

  private RowWriters writers(StateLook before, List<Schema> schemas, Set<String> made) {
    var known = new HashSet<>(before.identities().keySet());
    known.addAll(last.identities().keySet());
    known.addAll(onlyLive);
    var ofBefore = new LookBack.Names(before, start);
    var ofNow = new LookBack.Names(last, start);
    return new RowWriters(
        dialect.product(),
        new NamedObjects(known, schema),
        schemas,
        id -> before.identities().containsKey(id) ? ofBefore.of(id) : ofNow.of(id),
        made);
  }

  /**
   * What callbacks write that run beside the migrations; asked before the first migration is
   * judged.
   */
  public void beside(Text text) {
    var known = new NamedObjects(start.identities().keySet(), schema);
    questions.ran(
        text.script(),
        text.statements(),
        new RowWriters(dialect.product(), known, List.of(start.schema()), id -> id, Set.of()));
  }

  /** The hazards of a callback, as far as its text tells them: it has no state of its own. */
  public PendingHazards judgeCallback(Text text) {
    var bodies = new StatementBodies(dialect.product(), List.of(start.schema()), text.statements());
    var told = ofText(text.statements(), start, bodies);
    return sorted(
        text, List.copyOf(told.keySet()), start, new Found(List.of(), bodies.notes(), told));
  }

  /** What comes with hazards. */
  private record Found(List<LiveQuestion> asked, List<String> notes, Map<Hazard, Integer> told) {}

  /** What the statements say, with the number of the first that says it. */
  private Map<Hazard, Integer> ofText(
      List<String> statements, StateLook before, StatementBodies bodies) {
    var inside = statements.stream().map(bodies::with).toList();
    var all = inside.stream().flatMap(List::stream).toList();
    var known = new HashSet<>(before.identities().keySet());
    known.addAll(last.identities().keySet());
    known.addAll(onlyLive);
    var targets =
        new RowTargets(
            dialect.product(),
            new NamedObjects(known, schema),
            RowTargets.views(before.schema(), last.schema()),
            questions.making(all),
            RowTargets.setSearchPath(dialect.product(), all));
    var rows = new RowStatements(dialect.product(), targets);
    var drops = new DropStatements(dialect.product(), new NamedObjects(onlyLive, schema));
    var cascades = new Cascades(before.schema());
    var told = new LinkedHashMap<Hazard, Integer>();
    for (var number = 1; number <= inside.size(); number++) {
      for (var sql : inside.get(number - 1)) {
        for (var hazard : cascades.of(asBefore(rows.hazards(sql), before), sql)) {
          told.putIfAbsent(counted(hazard, before), number);
        }
        for (var hazard : drops.hazards(sql)) {
          told.putIfAbsent(counted(hazard, before), number);
        }
      }
    }
    return told;
  }

  /**
   * A file that renames can mean by a name what had it before or what has it after: both count, the
   * latter under its name of before.
   */
  private List<Hazard> asBefore(List<Hazard> hazards, StateLook before) {
    var names = new LookBack.Names(last, before);
    var found = new ArrayList<Hazard>();
    for (var hazard : hazards) {
      var id = hazard.object();
      var then = last.identities().containsKey(id) ? names.of(id) : id;
      if (then.equals(id) || before.identities().containsKey(id)) {
        found.add(hazard);
      }
      if (!then.equals(id)) {
        found.add(new Hazard(hazard.type(), then, hazard.message()));
      }
    }
    return found;
  }

  /** What has no query of its own is counted by its name. */
  private Hazard counted(Hazard hazard, StateLook before) {
    var kind = hazard.object().kind();
    var known =
        before.identities().containsKey(hazard.object()) || onlyLive.contains(hazard.object());
    return known
            && hazard.probe().isEmpty()
            && (kind == ObjectKind.TABLE || kind == ObjectKind.COLUMN)
        ? hazard.probedBy(dialect.live().counting(hazard.object()))
        : hazard;
  }

  private PendingHazards sorted(Text text, List<Hazard> all, StateLook before, Found found) {
    var real = all.stream().distinct().filter(hazard -> isReal(hazard, before)).toList();
    var moot = all.stream().distinct().filter(hazard -> !isReal(hazard, before)).toList();
    var questions = new ArrayList<LiveQuestion>();
    real.stream()
        .filter(hazard -> hazard.type().destroysData() && hazard.probe().isPresent())
        .map(
            hazard ->
                new LiveQuestion(text.script(), inNamesOfStart(hazard, before), Optional.empty()))
        .forEach(questions::add);
    found.asked().stream()
        .filter(it -> it.hazard().type() == HazardType.MAY_FAIL_ON_DATA)
        .filter(it -> isReal(it.hazard(), before))
        .forEach(questions::add);
    return new PendingHazards(
        text.script(),
        real,
        moot,
        Approval.inFile(text.script(), text.sql()),
        questions,
        found.notes().stream().map(note -> text.script() + ": " + note).toList(),
        found.told(),
        Map.of());
  }

  /** What was renamed since the start is counted under the name that the live database has. */
  private Hazard inNamesOfStart(Hazard hazard, StateLook before) {
    var then = new LookBack.Names(before, start).of(hazard.object());
    var counts = Set.of(ObjectKind.TABLE, ObjectKind.COLUMN).contains(then.kind());
    return then.equals(hazard.object()) || !counts
        ? hazard
        : hazard.probedBy(dialect.live().counting(then));
  }

  /** The state that the last migration led to. */
  public StateLook last() {
    return last;
  }

  /** A new rule, of whatever name, can only be broken by rows of tables that are there already. */
  private boolean isOfLiveTable(ObjectId rule, StateLook before) {
    for (var length = rule.path().size(); length > 0; length--) {
      var table = new ObjectId(ObjectKind.TABLE, rule.path().subList(0, length));
      var identity = before.identities().get(table);
      if (identity != null) {
        return atRisk.contains(identity);
      }
    }
    return true;
  }

  /** Hazards of types have no identity of their own and are taken for real. */
  private boolean isReal(Hazard hazard, StateLook before) {
    if (hazard.type() == HazardType.MAY_FAIL_ON_DATA) {
      return isOfLiveTable(hazard.object(), before);
    }
    return onlyLive.contains(hazard.object())
        || Optional.ofNullable(before.identities().get(hazard.object()))
            .or(() -> Optional.ofNullable(last.identities().get(hazard.object())))
            .map(atRisk::contains)
            .orElse(true);
  }
}
