package dev.tidegate.guard;

import dev.tidegate.jdbc.Product;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds statements that take rows or values away, which no comparison of schemas shows: TRUNCATE,
 * DELETE, MERGE that deletes, SQLite's REPLACE, and UPDATE of all rows, also within WITH, and where
 * EXPLAIN ANALYZE or PREPARE stands before them. What a function or a DO block does is not seen.
 *
 * @param targets which tables a name stands for
 */
record RowStatements(Product product, RowTargets targets) {
  /** Others only speak of rows: {@code GRANT DELETE}, the body of a trigger or of a function. */
  private static final Set<String> CHANGES_ROWS =
      Set.of("WITH", "TRUNCATE", "DELETE", "UPDATE", "INSERT", "REPLACE", "MERGE", "COPY");

  /** After these a verb is a name, or part of {@code FOR NO KEY UPDATE}. */
  private static final Set<String> BEFORE_NO_VERB = Set.of("SELECT", "FOR", "KEY", "DO");

  /** The hazards of one statement. */
  List<Hazard> hazards(String sql) {
    var words = run(SqlWords.of(product, sql));
    if (!CHANGES_ROWS.contains(words.keyword(0))) {
      return List.of();
    }
    return IntStream.range(0, words.size()).boxed().flatMap(at -> at(words, at).stream()).toList();
  }

  /**
   * The statement that runs where it stands in another one. EXPLAIN alone runs nothing:
   * https://www.postgresql.org/docs/current/sql-explain.html
   */
  private SqlWords run(SqlWords words) {
    var start =
        switch (words.keyword(0)) {
          case "EXPLAIN" -> words.place("ANALYZE", words.size()) > 0 ? analyzed(words) : -1;
          case "PREPARE" -> after(words, "AS", "");
          case "CREATE" -> words.place("TABLE", 4) > 0 ? after(words, "AS", "WITH") : -1;
          default -> -1;
        };
    return start > 0 && start < words.size() ? SqlWords.of(product, words.from(start)) : words;
  }

  /** The place after the options of EXPLAIN, in parentheses or without. */
  private static int analyzed(SqlWords words) {
    if (!words.isOperator(1, "(")) {
      return words.skip(1, "ANALYZE", "VERBOSE");
    }
    var at = 1;
    while (at < words.size() && !words.isOperator(at, ")")) {
      at++;
    }
    return at + 1;
  }

  /** The place after this word, where that one follows; -1 where there is none. */
  private static int after(SqlWords words, String keyword, String following) {
    return IntStream.range(1, words.size())
        .filter(at -> words.keyword(at).equals(keyword))
        .filter(at -> following.isEmpty() || words.keyword(at + 1).equals(following))
        .map(at -> at + 1)
        .findFirst()
        .orElse(-1);
  }

  private List<Hazard> at(SqlWords words, int at) {
    if (!isVerb(words, at)) {
      return List.of();
    }
    return switch (words.keyword(at)) {
      case "TRUNCATE" -> at == 0 ? truncate(words) : List.of();
      case "DELETE" -> delete(words, at);
      case "REPLACE" -> words.keyword(at + 1).equals("INTO") ? replaced(words, at + 2) : List.of();
      case "UPDATE" -> update(words, at + 1);
      default -> List.of();
    };
  }

  /** Whether a verb can stand there. */
  static boolean isVerb(SqlWords words, int at) {
    return !BEFORE_NO_VERB.contains(words.keyword(at - 1))
        && !words.isOperator(at - 1, ",")
        && !words.isOperator(at - 1, ".");
  }

  /** The place after {@code OR IGNORE}. */
  static int afterConflictClause(SqlWords words, int at) {
    return words.keyword(at).equals("OR") ? at + 2 : at;
  }

  private List<Hazard> truncate(SqlWords words) {
    var hazards = new ArrayList<Hazard>();
    var at = words.skip(1, "TABLE");
    while (at < words.size()) {
      at = words.skip(at, "ONLY");
      tables(words, at).stream()
          .map(id -> hazard(HazardType.TRUNCATE, id, "all rows of %s are deleted"))
          .forEach(hazards::add);
      at = words.end(at);
      at = words.isOperator(at, "*") ? at + 1 : at;
      if (!words.isOperator(at, ",")) {
        break;
      }
      at++;
    }
    return hazards;
  }

  /** {@code DELETE FROM t}, or {@code MERGE INTO t … THEN DELETE}. */
  private List<Hazard> delete(SqlWords words, int verb) {
    var at = -1;
    if (words.keyword(verb + 1).equals("FROM")) {
      at = words.skip(verb + 2, "ONLY");
    } else if (words.keyword(verb - 1).equals("THEN")) {
      var merge =
          IntStream.range(0, verb).filter(i -> words.keyword(i).equals("MERGE")).max().orElse(verb);
      at = words.skip(merge + 1, "INTO", "ONLY");
    }
    return at < 0 ? List.of() : deleted(words, at, verb);
  }

  /** Counted by its own condition only where the table alone is meant, and by its own name. */
  private List<Hazard> deleted(SqlWords words, int at, int verb) {
    var ids = tables(words, at);
    var alone = verb == 0 && targets.isPlain(words.name(at));
    return ids.stream()
        .map(id -> hazard(HazardType.DELETE, id, "rows of %s are deleted"))
        .map(hazard -> alone ? counted(words, hazard) : hazard)
        .toList();
  }

  /** Counts the rows by the statement's own condition, where that stands on the table alone. */
  private static Hazard counted(SqlWords words, Hazard hazard) {
    for (var at = 0; at < words.size(); at++) {
      if (Set.of("USING", "RETURNING", "LIMIT", "CURRENT").contains(words.keyword(at))) {
        return hazard;
      }
    }
    return hazard.probedBy("SELECT count(*) " + words.from(1));
  }

  /** What stands in the way of a row is deleted: https://sqlite.org/lang_conflict.html. */
  private List<Hazard> replaced(SqlWords words, int at) {
    return tables(words, at).stream()
        .map(id -> hazard(HazardType.DELETE, id, "rows of %s are replaced"))
        .toList();
  }

  private List<Hazard> update(SqlWords words, int start) {
    var hazards = new ArrayList<Hazard>();
    var at = start;
    if (words.keyword(at).equals("OR")) {
      at += 2; // UPDATE OR IGNORE t
      if (words.keyword(at - 1).equals("REPLACE")) {
        hazards.addAll(replaced(words, at));
      }
    }
    at = words.skip(at, "ONLY");
    if (words.isName(at) && !words.keyword(at).equals("SET") && !hasWhere(words, at)) {
      var name = words.name(at);
      var columns = assigned(words, words.end(at));
      targets.tables(name).stream()
          .flatMap(table -> targets.columns(name, table, columns).stream())
          .map(id -> hazard(HazardType.DELETE, id, "%s is overwritten in every row"))
          .forEach(hazards::add);
    }
    return hazards;
  }

  private static boolean hasWhere(SqlWords words, int start) {
    var depth = 0;
    for (var at = start; at < words.size() && depth >= 0; at++) {
      depth += words.turn(at);
      if (depth == 0 && words.keyword(at).equals("WHERE")) {
        return true;
      }
    }
    return false;
  }

  /** The columns before each {@code =} of SET, at the outermost level. */
  private static List<String> assigned(SqlWords words, int start) {
    var columns = new ArrayList<String>();
    var depth = 0;
    var expecting = false;
    for (var at = start; at < words.size() && depth >= 0; at++) {
      depth += words.turn(at);
      if (depth == 0 && words.keyword(at).equals("FROM")) {
        break;
      }
      if (words.keyword(at).equals("SET") || (depth == 0 && words.isOperator(at, ","))) {
        expecting = true;
      } else if (expecting && words.isOperator(at, "=")) {
        expecting = false;
      } else if (expecting && words.isName(at)) {
        columns.addAll(words.name(at));
      }
    }
    return columns;
  }

  private List<ObjectId> tables(SqlWords words, int at) {
    return targets.tables(words.name(at));
  }

  private static Hazard hazard(HazardType type, ObjectId id, String message) {
    return new Hazard(type, id, message.formatted(id.display()));
  }
}
