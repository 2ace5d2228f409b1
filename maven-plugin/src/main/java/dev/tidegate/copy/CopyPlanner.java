package dev.tidegate.copy;

import dev.tidegate.copy.CopyOptions.Mode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds for every table and column of the source its place in the target. */
final class CopyPlanner {
  private final CopyOptions options;
  private final List<String> problems = new ArrayList<>();

  CopyPlanner(CopyOptions options) {
    this.options = options;
  }

  /** The tables that are asked for. */
  List<TableFacts> selected(List<TableFacts> tables) {
    return tables.stream().filter(table -> options.selects(table.path())).toList();
  }

  /** Maps tables and columns, and puts them in order; refuses with all reasons at once. */
  CopyPlan plan(List<TableFacts> from, List<TableFacts> to) {
    var tables = selected(from);
    refuseUnlessNamedTablesExist(tables);
    var copies = new ArrayList<TableCopy>();
    var unmapped = new ArrayList<String>();
    for (var table : tables) {
      var found = place(table, to);
      if (found.isEmpty()) {
        unmapped.add(table.display());
      } else if (found.size() > 1) {
        problems.add(
            "table %s could be any of %s"
                .formatted(table.display(), found.stream().map(TableFacts::display).toList()));
      } else {
        copies.add(copy(table, found.get(0)));
      }
    }
    refuseTwoIntoOne(copies);
    if (copies.isEmpty() && problems.isEmpty() && !tables.isEmpty()) {
      problems.add("none of the source's tables has a place in the target");
    }
    if (!problems.isEmpty()) {
      throw CopyProblems.notMapped(problems).exception();
    }
    return new CopyPlan(inOrder(copies), unmapped);
  }

  private void refuseUnlessNamedTablesExist(List<TableFacts> tables) {
    for (var pattern : options.tables()) {
      if (tables.stream().noneMatch(table -> Patterns.match(pattern, table.path()))) {
        problems.add("the source has no table " + pattern);
      }
    }
  }

  private static List<TableFacts> place(TableFacts table, List<TableFacts> to) {
    var exact = to.stream().filter(other -> other.path().equals(table.path())).toList();
    return exact.isEmpty() ? new NameMatch<>(to, TableFacts::name).find(table.name()) : exact;
  }

  private void refuseTwoIntoOne(List<TableCopy> copies) {
    var sources = new LinkedHashMap<List<String>, String>();
    for (var copy : copies) {
      var other = sources.put(copy.to().path(), copy.from().display());
      if (other != null) {
        problems.add(
            "tables %s and %s would both go into %s"
                .formatted(other, copy.from().display(), copy.to().display()));
      }
    }
  }

  private TableCopy copy(TableFacts from, TableFacts to) {
    var match = new NameMatch<>(to.columns(), ColumnFacts::name);
    var sources = new LinkedHashMap<String, ColumnFacts>();
    var leftOut = new ArrayList<String>();
    var computed = new ArrayList<String>();
    for (var column : from.columns()) {
      var found = match.find(column.name());
      if (found.size() > 1) {
        problems.add(
            "column %s.%s could be any of %s"
                .formatted(
                    from.display(), column.name(), found.stream().map(ColumnFacts::name).toList()));
      } else if (found.isEmpty()) {
        leftOut.add(column.name());
      } else if (found.get(0).generated()) {
        computed.add(column.name());
      } else {
        var other = sources.put(found.get(0).name(), column);
        if (other != null) {
          problems.add(
              "columns %s and %s of %s would both go into %s"
                  .formatted(other.name(), column.name(), from.display(), found.get(0).name()));
        }
      }
    }
    refuseUnfilled(from, to, sources);
    var columns =
        to.columns().stream()
            .filter(column -> sources.containsKey(column.name()))
            .map(column -> new ColumnCopy(source(sources, column), column))
            .toList();
    return new TableCopy(from, to, columns, leftOut, computed);
  }

  private static ColumnFacts source(Map<String, ColumnFacts> sources, ColumnFacts column) {
    return java.util.Objects.requireNonNull(sources.get(column.name()));
  }

  private void refuseUnfilled(TableFacts from, TableFacts to, Map<String, ColumnFacts> sources) {
    for (var column : to.columns()) {
      if (!column.optional() && !column.generated() && !sources.containsKey(column.name())) {
        problems.add(
            "column %s.%s is NOT NULL without a default, and %s has no column for it"
                .formatted(to.display(), column.name(), from.display()));
      }
    }
    if (sources.isEmpty()) {
      problems.add("no column of %s has a place in %s".formatted(from.display(), to.display()));
    }
    if (options.mode() == Mode.UPSERT
        && (to.key().isEmpty() || !sources.keySet().containsAll(to.key()))) {
      problems.add(
          to.key().isEmpty()
              ? "table %s has no primary key, by which upsert finds rows".formatted(to.display())
              : "%s has no columns for the primary key of %s"
                  .formatted(from.display(), to.display()));
    }
  }

  /** Parents before children; ties and cycles in the order of names. */
  private static List<TableCopy> inOrder(List<TableCopy> copies) {
    var byPath = new LinkedHashMap<List<String>, TableCopy>();
    copies.stream()
        .sorted(java.util.Comparator.comparing(copy -> copy.to().display()))
        .forEach(copy -> byPath.put(copy.to().path(), copy));
    var ordered = new ArrayList<TableCopy>();
    var seen = new HashSet<List<String>>();
    byPath.keySet().forEach(path -> visit(path, byPath, seen, ordered));
    return ordered;
  }

  private static void visit(
      List<String> path,
      Map<List<String>, TableCopy> byPath,
      Set<List<String>> seen,
      List<TableCopy> ordered) {
    var copy = byPath.get(path);
    if (copy == null || !seen.add(path)) {
      return;
    }
    copy.to().references().stream()
        .sorted(java.util.Comparator.comparing(parent -> String.join(".", parent)))
        .forEach(parent -> visit(parent, byPath, seen, ordered));
    ordered.add(copy);
  }
}
