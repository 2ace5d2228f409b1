package dev.tidegate.guard;

import dev.tidegate.jdbc.Product;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Routine;
import dev.tidegate.schema.Rule;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;
import dev.tidegate.schema.Trigger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells which tables' rows a statement can change, so that what the live database answers now need
 * not be so when a later statement runs. In doubt it is all of them.
 *
 * @param objects what names stand for
 * @param schemas before and after the migration, in the names of the start
 * @param toStart gives an object the name that it had at the start
 * @param made tables that pending migrations make themselves, in lower case
 */
record RowWriters(
    Product product,
    NamedObjects objects,
    List<Schema> schemas,
    UnaryOperator<ObjectId> toStart,
    Set<String> made) {
  private static final Set<String> WRITES =
      Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "COPY", "REPLACE", "WITH");

  private static final Set<String> OPAQUE =
      Set.of("DO", "CALL", "EXECUTE", "EXPLAIN", "LOAD", "REFRESH");

  private static final Set<String> CUTS =
      Set.of("VARCHAR", "CHAR", "CHARACTER", "BPCHAR", "BIT", "VARBIT");

  /** What a statement changes. */
  record Written(boolean anything, Set<ObjectId> tables, Optional<SqlWords> altered) {
    static final Written NOTHING = new Written(false, Set.of(), Optional.empty());
    static final Written ANYTHING = new Written(true, Set.of(), Optional.empty());

    /** Whether rows of these tables, or the values of these columns, can be others afterwards. */
    boolean concerns(Set<ObjectId> wanted, List<String> columns) {
      if (anything) {
        return true;
      }
      var hit = wanted.isEmpty() ? !tables.isEmpty() : tables.stream().anyMatch(wanted::contains);
      return hit
          && altered
              .map(words -> columns.isEmpty() || columns.stream().anyMatch(words::mentions))
              .orElse(true);
    }
  }

  Written of(String sql) {
    var words = SqlWords.of(product, sql);
    var verb = words.keyword(0);
    if (OPAQUE.contains(verb) || callsRoutine(words)) {
      return Written.ANYTHING;
    }
    if (WRITES.contains(verb)) {
      return rows(words);
    }
    if (verb.equals("ALTER") && words.keyword(1).equals("TABLE")) {
      return altered(words);
    }
    if (verb.equals("DROP") && Set.of("SCHEMA", "OWNED").contains(words.keyword(1))) {
      return Written.ANYTHING;
    }
    // On SQLite a table goes so that the one made from its rows can take its name.
    return product != Product.SQLITE && verb.equals("DROP") && words.keyword(1).equals("TABLE")
        ? spread(tables(words, words.skip(2, "IF", "EXISTS")))
        : Written.NOTHING;
  }

  private Written rows(SqlWords words) {
    var targets = new ArrayList<Optional<ObjectId>>();
    for (var at = 0; at < words.size(); at++) {
      var place =
          switch (words.keyword(at)) {
            case "INTO" -> words.skip(at + 1, "ONLY");
            case "UPDATE" ->
                RowStatements.isVerb(words, at)
                    ? words.skip(RowStatements.afterConflictClause(words, at + 1), "ONLY")
                    : -1;
            case "FROM" -> words.keyword(at - 1).equals("DELETE") ? words.skip(at + 1, "ONLY") : -1;
            case "COPY" -> at == 0 ? 1 : -1;
            default -> -1;
          };
      if (place >= 0) {
        targets.addAll(one(words, place));
      }
    }
    if (words.keyword(0).equals("TRUNCATE")) {
      targets.addAll(tables(words, words.skip(1, "TABLE", "ONLY")));
    }
    if (product == Product.SQLITE && !isPlainCopy(words)) {
      words
          .names()
          .forEach(
              name ->
                  objects
                      .table(List.of(name))
                      .map(toStart)
                      .map(Optional::of)
                      .ifPresent(targets::add));
    }
    return spread(targets);
  }

  /** {@code INSERT INTO t_new (a) SELECT a FROM t}, which changes no value on its way. */
  private static boolean isPlainCopy(SqlWords words) {
    for (var at = 0; at < words.size(); at++) {
      var plain =
          words.isName(at)
              || words.isOperator(at, ",")
              || words.isOperator(at, ".")
              || words.isOperator(at, "*")
              || words.isOperator(at, ";")
              || (words.turn(at) != 0 && !isAfterSelect(words, at));
      if (!plain
          || Set.of("WHERE", "JOIN", "DISTINCT", "GROUP", "CASE").contains(words.keyword(at))) {
        return false;
      }
    }
    return words.keyword(0).equals("INSERT") && words.keyword(1).equals("INTO");
  }

  private static boolean isAfterSelect(SqlWords words, int at) {
    for (var before = 0; before < at; before++) {
      if (words.keyword(before).equals("SELECT")) {
        return true;
      }
    }
    return false;
  }

  /** New values by USING or DEFAULT, and partitions that come and go. */
  private Written altered(SqlWords words) {
    var changes = false;
    var moves = false;
    for (var at = 2; at < words.size(); at++) {
      var before = words.keyword(at - 1);
      changes |=
          switch (words.keyword(at)) {
            case "USING" -> !isCast(words, at + 1) && !before.equals("INDEX");
            case "DEFAULT" -> !before.equals("SET") && !before.equals("DROP");
            case "GENERATED" -> true;
            default -> false;
          };
      moves |= Set.of("ATTACH", "DETACH", "INHERIT").contains(words.keyword(at));
    }
    var tables = tables(words, words.skip(2, "IF", "EXISTS", "ONLY"));
    var table = tables.stream().flatMap(Optional::stream).collect(Collectors.toSet());
    if (moves) {
      return new Written(false, table, Optional.empty());
    }
    return changes ? new Written(false, table, Optional.of(words)) : Written.NOTHING;
  }

  /**
   * {@code USING state::text::new_state} takes each value for what it is; a cast to a length cuts
   * what is longer. https://www.postgresql.org/docs/current/datatype-character.html
   */
  private static boolean isCast(SqlWords words, int start) {
    var at = words.end(start);
    for (var word = at; word < words.size(); word++) {
      if (CUTS.contains(words.keyword(word))) {
        return false;
      }
    }
    while (words.isOperator(at, "::")
        || (words.isOperator(at, ":") && words.isOperator(at + 1, ":"))) {
      at = words.end(at + (words.isOperator(at, "::") ? 1 : 2));
    }
    return at >= words.size() || words.isOperator(at, ",") || words.isOperator(at, ";");
  }

  private boolean callsRoutine(SqlWords words) {
    if (Set.of("CREATE", "ALTER", "DROP", "COMMENT", "GRANT", "REVOKE")
        .contains(words.keyword(0))) {
      return false;
    }
    var routines =
        schemas.stream()
            .flatMap(schema -> schema.all(Routine.class).stream())
            .map(routine -> routine.id().path().get(routine.id().path().size() - 2))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    for (var at = 0; at < words.size(); at++) {
      if (words.isName(at)
          && words.isOperator(at + 1, "(")
          && (words.keyword(at).startsWith("DBLINK")
              || words.name(at).stream().anyMatch(routines::contains))) {
        return true;
      }
    }
    return false;
  }

  private List<Optional<ObjectId>> tables(SqlWords words, int start) {
    var found = new ArrayList<Optional<ObjectId>>(one(words, start));
    var at = words.end(start);
    while (words.isOperator(at, ",")) {
      found.addAll(one(words, words.skip(at + 1, "ONLY")));
      at = words.end(words.skip(at + 1, "ONLY"));
    }
    return found;
  }

  /** Nothing for a table that pending migrations make themselves; empty for one nobody knows. */
  private List<Optional<ObjectId>> one(SqlWords words, int at) {
    var name = words.name(at);
    var known = objects.table(name).map(toStart);
    return known.isEmpty() && !name.isEmpty() && made.contains(name.get(name.size() - 1))
        ? List.of()
        : List.of(known);
  }

  /** With rows that foreign keys take along, and those of partitions, children and parents. */
  private Written spread(List<Optional<ObjectId>> targets) {
    if (targets.stream().anyMatch(Optional::isEmpty)) {
      return Written.ANYTHING;
    }
    var found = new HashSet<ObjectId>();
    var unseen = new ArrayDeque<ObjectId>();
    targets.forEach(target -> target.ifPresent(unseen::add));
    while (!unseen.isEmpty()) {
      var table = unseen.remove();
      if (found.add(table)) {
        schemas.forEach(schema -> related(schema, table).forEach(unseen::add));
      }
    }
    var reacts =
        schemas.stream()
            .flatMap(
                schema ->
                    Stream.concat(
                        schema.all(Trigger.class).stream().map(Trigger::relation),
                        schema.all(Rule.class).stream().map(Rule::relation)))
            .anyMatch(found::contains);
    return reacts ? Written.ANYTHING : new Written(false, found, Optional.empty());
  }

  private static Stream<ObjectId> related(Schema schema, ObjectId table) {
    var keys =
        schema.all(ForeignKey.class).stream()
            .filter(key -> key.referencedTable().equals(table))
            .filter(key -> takesAlong(key.onDelete()) || takesAlong(key.onUpdate()))
            .map(ForeignKey::table);
    var family =
        schema.all(Table.class).stream()
            .flatMap(
                it ->
                    Stream.concat(
                            it.inherits().stream(),
                            it.partition().map(Table.Partition::parent).stream())
                        .flatMap(
                            parent ->
                                parent.equals(table)
                                    ? Stream.of(it.id())
                                    : it.id().equals(table) ? Stream.of(parent) : Stream.empty()));
    return Stream.concat(keys, family);
  }

  private static boolean takesAlong(String action) {
    return action.startsWith("CASCADE") || action.startsWith("SET ");
  }
}
