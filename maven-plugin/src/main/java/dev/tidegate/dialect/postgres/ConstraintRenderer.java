package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.qualified;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.render.SqlBuilder;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.ExclusionConstraint;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keys, checks, exclusions and foreign keys: everything that ADD CONSTRAINT adds. */
final class ConstraintRenderer implements KindRenderer<SchemaObject> {
  private final Surroundings surroundings;

  ConstraintRenderer(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  static boolean isConstraint(SchemaObject object) {
    return object instanceof Key
        || object instanceof CheckConstraint
        || object instanceof ExclusionConstraint
        || object instanceof ForeignKey;
  }

  /** CREATE TABLE takes NOT VALID and forgets it, since an empty table has nothing invalid. */
  static boolean needsStatementOfItsOwn(SchemaObject object) {
    return object instanceof CheckConstraint check
        && !check.inherited()
        && PostgresOptions.on(check.options(), PostgresOptions.NOT_VALID);
  }

  @Override
  public List<String> create(SchemaObject constraint, List<SchemaObject> parts) {
    if (comesFromParent(constraint)) {
      return validatedUnlikeParent(constraint) ? List.of(validate(constraint)) : List.of();
    }
    var statements = new ArrayList<>(add(constraint));
    statements.addAll(marks(constraint));
    if (constraint instanceof Key key) {
      attachToParent(key, statements);
    }
    return statements;
  }

  @Override
  public List<String> drop(SchemaObject constraint) {
    if (constraint instanceof Key key && holdsIndexOfParent(key)) {
      return dropDetached(key);
    }
    if (isInherited(constraint)
        || goesWithParent(constraint)
        || surroundings.dropsAfterLeaving(constraint)) {
      return List.of();
    }
    return List.of(dropConstraint(constraint));
  }

  /** DROP CONSTRAINT alone. */
  static String dropConstraint(SchemaObject constraint) {
    return sql("ALTER TABLE")
        .name(tableOf(constraint))
        .words("DROP CONSTRAINT")
        .name(constraint.id().name())
        .sql();
  }

  @Override
  public List<String> alter(Pair<SchemaObject> constraint) {
    var options = constraint.map(ConstraintRenderer::optionsOf);
    var to = constraint.to();
    var statements = new ArrayList<String>();
    if (to instanceof ForeignKey && deferral(options.from()) != deferral(options.to())) {
      var words = deferral(options.to()).words;
      statements.add(
          sql("ALTER TABLE")
              .name(tableOf(to))
              .words("ALTER CONSTRAINT")
              .name(to.id().name())
              .words(words.isEmpty() ? "NOT DEFERRABLE" : words)
              .sql());
    }
    if (PostgresOptions.on(options.from(), PostgresOptions.NOT_VALID)
        && !PostgresOptions.on(options.to(), PostgresOptions.NOT_VALID)) {
      statements.add(validate(to));
    }
    if (to instanceof Key key) {
      statements.addAll(IndexRenderer.parameterChanges(indexOf(key), options));
      statements.addAll(IndexRenderer.markChanges(key.table(), key.id().name(), options));
      if (!((Key) constraint.from()).partOf().equals(key.partOf())) {
        attachToParent(key, statements);
      }
    }
    return statements;
  }

  /** The statement that adds the constraint to a table that is there. */
  List<String> add(SchemaObject constraint) {
    var only = constraint instanceof Key && surroundings.hasPartitions(tableOf(constraint));
    var sql =
        sql("ALTER TABLE")
            .words(only ? "ONLY" : "")
            .name(tableOf(constraint))
            .words("ADD")
            .words(clause(constraint));
    if (needsStatementOfItsOwn(constraint)
        || (constraint instanceof ForeignKey
            && PostgresOptions.on(optionsOf(constraint), PostgresOptions.NOT_VALID))) {
      sql.words("NOT VALID");
    }
    return List.of(sql.sql());
  }

  /** What ADD CONSTRAINT cannot say of a key's index. */
  List<String> marks(SchemaObject constraint) {
    return constraint instanceof Key key
        ? IndexRenderer.markChanges(
            key.table(), key.id().name(), new Pair<Map<String, String>>(Map.of(), key.options()))
        : List.of();
  }

  /** The constraint as CREATE TABLE and ADD say it. */
  String clause(SchemaObject constraint) {
    var sql = sql("CONSTRAINT").name(constraint.id().name());
    if (constraint instanceof Key key) {
      return key(sql, key);
    }
    if (constraint instanceof CheckConstraint check) {
      return check(sql, check);
    }
    if (constraint instanceof ForeignKey foreignKey) {
      return foreignKey(sql, foreignKey);
    }
    return sql.words(((ExclusionConstraint) constraint).definition()).sql();
  }

  private static String key(SqlBuilder sql, Key key) {
    sql.words(key.primary() ? "PRIMARY KEY" : "UNIQUE");
    if (PostgresOptions.on(key.options(), PostgresOptions.NULLS_NOT_DISTINCT)) {
      sql.words("NULLS NOT DISTINCT");
    }
    var columns = key.columns().stream().map(PostgresIdentifiers::quote);
    var overlaps =
        PostgresOptions.on(key.options(), PostgresOptions.PERIOD) ? " WITHOUT OVERLAPS" : "";
    sql.words(columns.collect(Collectors.joining(", ", "(", overlaps + ")")));
    if (!key.included().isEmpty()) {
      sql.words("INCLUDE").names(key.included());
    }
    sql.words(OptionList.with(key.options()));
    var tablespace = key.options().get(PostgresOptions.TABLESPACE);
    if (tablespace != null) {
      sql.words("USING INDEX TABLESPACE").name(tablespace);
    }
    return sql.words(deferral(key.options()).words).sql();
  }

  private static String check(SqlBuilder sql, CheckConstraint check) {
    sql.words("CHECK").words("(" + check.expression() + ")");
    if (PostgresOptions.on(check.options(), PostgresOptions.NO_INHERIT)) {
      sql.words("NO INHERIT");
    }
    return enforced(sql, check.options()).sql();
  }

  private static String foreignKey(SqlBuilder sql, ForeignKey key) {
    var period = PostgresOptions.on(key.options(), PostgresOptions.PERIOD);
    sql.words("FOREIGN KEY").words(columns(key.columns(), period));
    sql.words("REFERENCES").words(qualified(key.referencedTable()));
    sql.words(columns(key.referencedColumns(), period));
    var match = key.options().get(PostgresOptions.MATCH);
    if (match != null) {
      sql.words("MATCH").words(match);
    }
    if (!key.onUpdate().equals("NO ACTION")) {
      sql.words("ON UPDATE").words(key.onUpdate());
    }
    if (!key.onDelete().equals("NO ACTION")) {
      sql.words("ON DELETE").words(key.onDelete());
      if (!key.setColumns().isEmpty()) {
        sql.names(key.setColumns());
      }
    }
    sql.words(deferral(key.options()).words);
    return enforced(sql, key.options()).sql();
  }

  private static String columns(List<String> names, boolean period) {
    var quoted = new ArrayList<String>();
    for (var i = 0; i < names.size(); i++) {
      quoted.add((period && i == names.size() - 1 ? "PERIOD " : "") + quote(names.get(i)));
    }
    return "(" + String.join(", ", quoted) + ")";
  }

  private static SqlBuilder enforced(SqlBuilder sql, Map<String, String> options) {
    return sql.words(
        PostgresOptions.on(options, PostgresOptions.NOT_ENFORCED) ? "NOT ENFORCED" : "");
  }

  /** DEFERRABLE and so on, or nothing. */
  static String deferralWords(Map<String, String> options) {
    return deferral(options).words;
  }

  private enum Deferral {
    NONE(""),
    IMMEDIATE("DEFERRABLE"),
    DEFERRED("DEFERRABLE INITIALLY DEFERRED");

    private final String words;

    Deferral(String words) {
      this.words = words;
    }
  }

  private static Deferral deferral(Map<String, String> options) {
    if (PostgresOptions.on(options, PostgresOptions.INITIALLY_DEFERRED)) {
      return Deferral.DEFERRED;
    }
    return PostgresOptions.on(options, PostgresOptions.DEFERRABLE)
        ? Deferral.IMMEDIATE
        : Deferral.NONE;
  }

  static Map<String, String> optionsOf(SchemaObject constraint) {
    if (constraint instanceof Key key) {
      return key.options();
    }
    if (constraint instanceof CheckConstraint check) {
      return check.options();
    }
    return constraint instanceof ForeignKey foreignKey ? foreignKey.options() : Map.of();
  }

  static ObjectId tableOf(SchemaObject constraint) {
    return constraint
        .parent()
        .orElseThrow(() -> new IllegalStateException("no table: " + constraint.id()));
  }

  /**
   * Checks and foreign keys come with those of the parent; keys are attached by name. A table that
   * is there before it becomes a partition must have the checks already.
   */
  private boolean comesFromParent(SchemaObject constraint) {
    return isInherited(constraint)
        && !(constraint instanceof CheckConstraint check && surroundings.isAttached(check.table()));
  }

  private static boolean isInherited(SchemaObject constraint) {
    return (constraint instanceof CheckConstraint check && check.inherited())
        || (constraint instanceof ForeignKey foreignKey && foreignKey.inherited());
  }

  /** NOT VALID of a parent is passed on to its children, which may have no invalid row. */
  private boolean validatedUnlikeParent(SchemaObject constraint) {
    var to = surroundings.schemas().to();
    return !PostgresOptions.on(optionsOf(constraint), PostgresOptions.NOT_VALID)
        && to
            .find(tableOf(constraint))
            .filter(Table.class::isInstance)
            .map(Table.class::cast)
            .stream()
            .flatMap(table -> Surroundings.parents(table).stream())
            .map(parent -> parent.member(constraint.id().kind(), constraint.id().name()))
            .flatMap(id -> to.find(id).stream())
            .anyMatch(it -> PostgresOptions.on(optionsOf(it), PostgresOptions.NOT_VALID));
  }

  /** VALIDATE CONSTRAINT alone. */
  static String validate(SchemaObject constraint) {
    return sql("ALTER TABLE")
        .name(tableOf(constraint))
        .words("VALIDATE CONSTRAINT")
        .name(constraint.id().name())
        .sql();
  }

  /** An attached key goes when that of the parent goes. */
  private boolean goesWithParent(SchemaObject constraint) {
    return constraint instanceof Key key && key.partOf().filter(surroundings::drops).isPresent();
  }

  /** Neither goes before the other: DROP INDEX of the parent's would need CASCADE. */
  private boolean holdsIndexOfParent(Key key) {
    return goesWithParent(key)
        && key.partOf().filter(whole -> whole.kind() == ObjectKind.INDEX).isPresent();
  }

  /** Drops the key while its table is no partition; the index that takes its place goes later. */
  private List<String> dropDetached(Key key) {
    var table = (Table) surroundings.schemas().from().find(key.table()).orElseThrow();
    var place = table.partition().orElseThrow();
    return List.of(
        TableRenderer.detach(table, place),
        dropConstraint(key),
        TableRenderer.attach(table, place));
  }

  /** A table that is attached later brings its key along. */
  private void attachToParent(Key key, List<String> statements) {
    if (!surroundings.isAttached(key.table())) {
      key.partOf()
          .ifPresent(whole -> statements.add(IndexRenderer.attach(indexOf(whole), indexOf(key))));
    }
  }

  /** The index of a key has its name and stands in the name space of the table. */
  private static ObjectId indexOf(Key key) {
    return indexOf(key.id());
  }

  private static ObjectId indexOf(ObjectId id) {
    return id.kind() == ObjectKind.INDEX
        ? id
        : ObjectId.of(ObjectKind.INDEX, id.path().get(0), id.name());
  }
}
