package dev.tidegate.guard;

import dev.tidegate.dialect.Token;
import dev.tidegate.dialect.Tokenizer;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds statements that take rows or values away, which no comparison of schemas shows: TRUNCATE,
 * DELETE, and UPDATE of all rows. What a function or a DO block does is not seen.
 *
 * @param known what there was before the migration; what it made itself holds nothing to lose
 * @param schema where unqualified names stand; empty where there are no name spaces
 */
record RowStatements(Map<ObjectId, String> known, Optional<String> schema) {

  /** The hazards of one statement. */
  List<Hazard> hazards(String sql) {
    var tokens = Tokenizer.tokens(sql);
    var verb = verb(tokens);
    if (verb < 0) {
      return List.of();
    }
    return switch (tokens.get(verb).keyword()) {
      case "TRUNCATE" -> truncate(tokens, verb + 1);
      case "DELETE" ->
          found(table(tokens, skip(tokens, verb + 1, "FROM", "ONLY")))
              .map(
                  id ->
                      new Hazard(
                          HazardType.DELETE, id, "rows of %s are deleted".formatted(id.display())))
              .stream()
              .toList();
      default -> update(tokens, skip(tokens, verb + 1, "ONLY"));
    };
  }

  /** Where the statement's verb is: first, or after the parentheses that a WITH begins with. */
  private static int verb(List<Token> tokens) {
    var depth = 0;
    for (var i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      depth += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
      if (depth == 0 && List.of("TRUNCATE", "DELETE", "UPDATE").contains(token.keyword())) {
        return i;
      }
      if (i == 0 && !token.is("WITH")) {
        return -1;
      }
    }
    return -1;
  }

  private List<Hazard> truncate(List<Token> tokens, int start) {
    var hazards = new ArrayList<Hazard>();
    var at = skip(tokens, start, "TABLE");
    while (at < tokens.size()) {
      at = skip(tokens, at, "ONLY");
      var name = table(tokens, at);
      found(name)
          .map(
              id ->
                  new Hazard(
                      HazardType.TRUNCATE,
                      id,
                      "all rows of %s are deleted".formatted(id.display())))
          .ifPresent(hazards::add);
      at = end(tokens, at);
      at = at < tokens.size() && tokens.get(at).isOperator("*") ? at + 1 : at;
      if (at >= tokens.size() || !tokens.get(at).isOperator(",")) {
        break;
      }
      at++;
    }
    return hazards;
  }

  private List<Hazard> update(List<Token> tokens, int start) {
    var table = found(table(tokens, start));
    if (table.isEmpty() || hasWhere(tokens, start)) {
      return List.of();
    }
    return assigned(tokens, end(tokens, start)).stream()
        .map(column -> table.get().member(ObjectKind.COLUMN, column))
        .filter(known::containsKey)
        .map(
            id ->
                new Hazard(
                    HazardType.DELETE,
                    id,
                    "%s is overwritten in every row".formatted(id.display())))
        .toList();
  }

  private static boolean hasWhere(List<Token> tokens, int start) {
    var depth = 0;
    for (var token : tokens.subList(start, tokens.size())) {
      depth += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
      if (depth == 0 && token.is("WHERE")) {
        return true;
      }
    }
    return false;
  }

  /** The columns before each {@code =} of SET, at the outermost level. */
  private static List<String> assigned(List<Token> tokens, int start) {
    var columns = new ArrayList<String>();
    var depth = 0;
    var expecting = false;
    for (var i = start; i < tokens.size(); i++) {
      var token = tokens.get(i);
      depth += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
      if (token.is("FROM") && depth == 0) {
        break;
      }
      if (token.is("SET") || (depth == 0 && token.isOperator(","))) {
        expecting = true;
      } else if (expecting && token.isOperator("=")) {
        expecting = false;
      } else if (expecting && (token.kind() == Token.Kind.WORD || token.quotedName())) {
        columns.add(name(token));
      }
    }
    return columns;
  }

  private static int skip(List<Token> tokens, int start, String... keywords) {
    var at = start;
    for (var keyword : keywords) {
      at = at < tokens.size() && tokens.get(at).is(keyword) ? at + 1 : at;
    }
    return at;
  }

  private static List<String> table(List<Token> tokens, int start) {
    return tokens.subList(Math.min(start, tokens.size()), end(tokens, start)).stream()
        .filter(token -> !token.isOperator("."))
        .map(RowStatements::name)
        .toList();
  }

  /** After a name with dots. */
  private static int end(List<Token> tokens, int start) {
    var at = Math.min(start + 1, tokens.size());
    while (at + 1 < tokens.size() && tokens.get(at).isOperator(".")) {
      at += 2;
    }
    return at;
  }

  private static String name(Token token) {
    return token.quotedName() ? token.value() : token.text().toLowerCase(Locale.ROOT);
  }

  /** The table of this name that was there before; names compare as loosely as SQLite's do. */
  private Optional<ObjectId> found(List<String> name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var path = new ArrayList<String>();
    schema.filter(space -> name.size() == 1).ifPresent(path::add);
    path.addAll(schema.isEmpty() ? name.subList(name.size() - 1, name.size()) : name);
    var display = String.join(".", path);
    return known.keySet().stream()
        .filter(id -> id.kind() == ObjectKind.TABLE && id.display().equalsIgnoreCase(display))
        .findFirst();
  }
}
