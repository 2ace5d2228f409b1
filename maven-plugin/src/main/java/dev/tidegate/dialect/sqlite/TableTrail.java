package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.Token;
import dev.tidegate.dialect.Tokenizer;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Follows tables and columns through the statements of a migration, since SQLite gives a table that
 * is made anew from another's rows no sign of that. Known are the renames, and the rebuild of
 * https://sqlite.org/lang_altertable.html: rows are carried into another table by an INSERT …
 * SELECT of all of them, and the old table is dropped.
 */
final class TableTrail {
  /** https://sqlite.org/lang_aggfunc.html */
  private static final Set<String> AGGREGATES =
      Set.of("avg", "count", "group_concat", "max", "min", "string_agg", "sum", "total");

  /** Identities by table and column, names in lower case; the table's own is under {@code ""}. */
  private final Map<String, Map<String, String>> tables = new HashMap<>();

  /** For a table that was filled with another's rows: the identities that it takes over. */
  private final Map<String, Map<String, String>> heirs = new HashMap<>();

  private TableTrail(SortedMap<ObjectId, String> before) {
    before.forEach(
        (id, identity) -> {
          var column = id.kind() == ObjectKind.COLUMN;
          table(lower(id.path().get(0))).put(column ? lower(id.name()) : "", identity);
        });
  }

  /** The identities after these statements, of the objects that are there then. */
  static SortedMap<ObjectId, String> follow(
      SortedMap<ObjectId, String> before,
      SortedMap<ObjectId, String> after,
      List<String> statements) {
    var trail = new TableTrail(before);
    statements.forEach(trail::take);
    var followed = new TreeMap<ObjectId, String>();
    after.forEach((id, identity) -> followed.put(id, trail.identity(id)));
    return followed;
  }

  private String identity(ObjectId id) {
    var column = id.kind() == ObjectKind.COLUMN ? lower(id.name()) : "";
    return Optional.ofNullable(tables.getOrDefault(lower(id.path().get(0)), Map.of()).get(column))
        .orElseGet(() -> UUID.randomUUID().toString());
  }

  private Map<String, String> table(String name) {
    return tables.computeIfAbsent(name, key -> new HashMap<>());
  }

  private void take(String sql) {
    var reader = new Words(Tokenizer.tokens(sql));
    if (reader.skip("ALTER", "TABLE")) {
      alter(reader);
    } else if (reader.skip("DROP", "TABLE")) {
      reader.skip("IF", "EXISTS");
      drop(reader.name());
    } else if (reader.skip("INSERT", "INTO") || (reader.skip("CREATE") && reader.to("TABLE"))) {
      copy(reader); // INSERT OR … and REPLACE may leave rows out
    }
  }

  private void alter(Words reader) {
    var table = reader.name();
    if (reader.skip("RENAME", "TO")) {
      var columns = tables.remove(table);
      if (columns != null) {
        tables.put(reader.name(), columns);
      }
      return;
    }
    var columns = tables.getOrDefault(table, new HashMap<>());
    if (reader.skip("RENAME")) {
      reader.skip("COLUMN");
      var identity = columns.remove(reader.name());
      reader.skip("TO");
      if (identity != null) {
        columns.put(reader.name(), identity);
      }
    } else if (reader.skip("DROP")) {
      reader.skip("COLUMN");
      columns.remove(reader.name());
    }
  }

  /** What was carried over lives on in the table that it was carried to. */
  private void drop(String table) {
    var gone = tables.remove(table);
    if (gone == null) {
      return;
    }
    heirs.forEach(
        (heir, inherited) -> {
          if (gone.getOrDefault("", "").equals(inherited.get(""))) {
            tables.put(heir, new HashMap<>(inherited));
          }
        });
  }

  /** {@code INTO t (columns) SELECT items FROM other}, or {@code TABLE t AS SELECT …}. */
  private void copy(Words reader) {
    reader.skip("IF", "NOT", "EXISTS");
    var heir = reader.name();
    var columns = reader.list();
    reader.skip("AS");
    if (!reader.skip("SELECT") || reader.skip("DISTINCT")) {
      return;
    }
    var items = reader.items();
    var rows = tables.get(reader.name());
    if (rows == null || !reader.atEndOrOrdered() || tables.containsKey(heir)) {
      return; // not all rows of one known table, or not into a new one
    }
    if (items.stream().anyMatch(Words::aggregates)) {
      return;
    }
    heirs.put(heir, inherited(columns, items, rows));
  }

  private static Map<String, String> inherited(
      List<String> columns, List<List<Token>> items, Map<String, String> rows) {
    var inherited = new HashMap<String, String>();
    inherited.put("", rows.getOrDefault("", ""));
    if (items.size() == 1 && items.get(0).size() == 1 && items.get(0).get(0).isOperator("*")) {
      return new HashMap<>(rows);
    }
    for (var i = 0; i < items.size(); i++) {
      var words = Words.names(items.get(i));
      var source =
          Words.names(Words.withoutAlias(items.get(i))).stream()
              .filter(rows::containsKey)
              .findFirst();
      var fallback = words.isEmpty() ? "" : words.get(words.size() - 1);
      var target = i < columns.size() ? columns.get(i) : fallback;
      source.map(rows::get).ifPresent(identity -> inherited.put(target, identity));
    }
    return inherited;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Reads a statement's tokens from the left. */
  private static final class Words {
    private final List<Token> tokens;
    private int at;

    Words(List<Token> tokens) {
      this.tokens = tokens;
    }

    static boolean isName(Token token) {
      return token.kind() == Token.Kind.WORD || token.quotedName();
    }

    static String lower(Token token) {
      return TableTrail.lower(token.value());
    }

    static List<String> names(List<Token> item) {
      return item.stream().filter(Words::isName).map(Words::lower).toList();
    }

    /** What a selected item is made of; {@code AS} may be left out before its alias. */
    static List<Token> withoutAlias(List<Token> item) {
      var last = item.size() - 1;
      if (last < 1 || !isName(item.get(last))) {
        return item;
      }
      var before = item.get(last - 1);
      var named = before.kind() != Token.Kind.OPERATOR || before.isOperator(")");
      return named ? item.subList(0, before.is("AS") ? last - 1 : last) : item;
    }

    /** Whether the item makes one row of several. */
    static boolean aggregates(List<Token> item) {
      for (var i = 0; i + 1 < item.size(); i++) {
        if (AGGREGATES.contains(lower(item.get(i))) && item.get(i + 1).isOperator("(")) {
          return true;
        }
      }
      return false;
    }

    /** Takes these keywords if they are next. */
    boolean skip(String... keywords) {
      for (var i = 0; i < keywords.length; i++) {
        if (at + i >= tokens.size() || !tokens.get(at + i).is(keywords[i])) {
          return false;
        }
      }
      at += keywords.length;
      return true;
    }

    /** Takes all up to and with this keyword, if it comes within the next few. */
    boolean to(String keyword) {
      for (var i = at; i < Math.min(at + 4, tokens.size()); i++) {
        if (tokens.get(i).is(keyword)) {
          at = i + 1;
          return true;
        }
      }
      return false;
    }

    /** A name without what stands before its dot, in lower case. */
    String name() {
      if (at >= tokens.size()) {
        return "";
      }
      var name = tokens.get(at++);
      if (at + 1 < tokens.size() && tokens.get(at).isOperator(".")) {
        name = tokens.get(at + 1);
        at += 2;
      }
      return lower(name);
    }

    /** Names in parentheses; none if there are none. */
    List<String> list() {
      var names = new ArrayList<String>();
      if (at < tokens.size() && tokens.get(at).isOperator("(")) {
        while (at < tokens.size() && !tokens.get(at++).isOperator(")")) {
          if (at < tokens.size() && isName(tokens.get(at))) {
            names.add(lower(tokens.get(at)));
          }
        }
      }
      return names;
    }

    /** What is selected, up to and with FROM. */
    List<List<Token>> items() {
      var items = new ArrayList<List<Token>>();
      var item = new ArrayList<Token>();
      var depth = 0;
      for (; at < tokens.size() && !(depth == 0 && tokens.get(at).is("FROM")); at++) {
        var token = tokens.get(at);
        depth += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
        if (depth == 0 && token.isOperator(",")) {
          items.add(List.copyOf(item));
          item.clear();
        } else {
          item.add(token);
        }
      }
      items.add(List.copyOf(item));
      skip("FROM");
      return items;
    }

    /** Whether nothing follows that could leave rows out. */
    boolean atEndOrOrdered() {
      var rest = tokens.subList(Math.min(at, tokens.size()), tokens.size());
      return rest.isEmpty()
          || rest.get(0).isOperator(";")
          || (rest.get(0).is("ORDER") && rest.stream().noneMatch(token -> token.is("LIMIT")));
    }
  }
}
