package dev.tidegate.guard;

import dev.tidegate.jdbc.Product;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.View;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables whose rows a statement takes away that names this table or view. In doubt it is one
 * more: a name that nobody knows and that no pending file makes is a table under that name.
 *
 * @param objects those that were there before the file or are there after it
 * @param views before the file and after it
 * @param made names of tables that pending files make themselves, in lower case
 * @param everywhere whether the file sets where unqualified names stand
 */
record RowTargets(
    Product product, NamedObjects objects, List<View> views, Set<String> made, boolean everywhere) {

  /** The views of these schemas. */
  static List<View> views(Schema... schemas) {
    return List.of(schemas).stream().flatMap(it -> it.all(View.class).stream()).toList();
  }

  /** Whether these statements set the search path themselves. */
  static boolean setSearchPath(Product product, List<String> statements) {
    return product == Product.POSTGRESQL
        && statements.stream()
            .filter(sql -> sql.toLowerCase(Locale.ROOT).contains("search_path"))
            .map(sql -> SqlWords.of(product, sql))
            .anyMatch(words -> Set.of("SET", "SELECT", "PERFORM").contains(words.keyword(0)));
  }

  /** Whether the name stands for one known table and nothing else. */
  boolean isPlain(List<String> name) {
    return tables(name).size() == 1 && objects.table(name).isPresent();
  }

  /** The tables that the name stands for; none for what pending files make. */
  List<ObjectId> tables(List<String> name) {
    if (name.isEmpty()) {
      return List.of();
    }
    var found = new LinkedHashSet<>(objects.tables(name, everywhere));
    behind(name, new LinkedHashSet<>(), found);
    var last = name.get(name.size() - 1).toLowerCase(Locale.ROOT);
    var nobodysRows = made.contains(last) || last.startsWith("sqlite_");
    return found.isEmpty() && !nobodysRows ? List.of(objects.unknown(name)) : List.copyOf(found);
  }

  /**
   * Which of its columns are written. A view can have other names for them, and of what nobody
   * knows no column is known either: then it is the table.
   */
  List<ObjectId> columns(List<String> written, ObjectId table, List<String> names) {
    var columns =
        names.stream()
            .map(name -> table.member(ObjectKind.COLUMN, name))
            .filter(objects.known()::contains)
            .toList();
    var direct = objects.known().contains(table) && isNamed(table, written);
    return columns.isEmpty() && !direct ? List.of(table) : columns;
  }

  /** The tables that the views of this name read, of which an automatic one writes one. */
  private void behind(List<String> name, Set<ObjectId> seen, Set<ObjectId> found) {
    for (var view : views) {
      if (isNamed(view.id(), name) && seen.add(view.id())) {
        for (var read : names(SqlWords.of(product, view.query()))) {
          found.addAll(objects.tables(read, false));
          behind(read, seen, found);
        }
      }
    }
  }

  private static boolean isNamed(ObjectId id, List<String> name) {
    var path = id.path();
    var from = Math.max(0, path.size() - name.size());
    return String.join(".", path.subList(from, path.size()))
        .equalsIgnoreCase(String.join(".", name));
  }

  /** What stands after FROM, JOIN and commas. */
  private static List<List<String>> names(SqlWords words) {
    var found = new ArrayList<List<String>>();
    for (var at = 0; at < words.size(); at++) {
      if (Set.of("FROM", "JOIN").contains(words.keyword(at - 1))) {
        found.add(words.name(words.skip(at, "ONLY")));
      }
    }
    return found.stream().distinct().collect(Collectors.toList());
  }
}
