package dev.tidegate.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random schemas, random mutations of them and rows that fit, all from one seed. The DDL is written
 * here by hand and not by Tidegate's renderers, so that it is a second opinion.
 *
 * <p>Rows are made so that every mutation can keep them: no nulls, distinct values, texts that are
 * numbers, references to rows that exist.
 */
final class SchemaGenerator {
  private static final List<String> NUMBERS = List.of("integer", "bigint", "text", "numeric");
  private static final int ROWS = 3;

  private final Random random;
  private int names;

  SchemaGenerator(long seed) {
    this.random = new Random(seed);
  }

  /** A table; its first column is its key. */
  record TableSketch(
      String name, List<ColumnSketch> columns, List<String> constraints, List<String> indexes) {
    TableSketch {
      columns = List.copyOf(columns);
      constraints = List.copyOf(constraints);
      indexes = List.copyOf(indexes);
    }
  }

  /** A column; {@code references} names a table or is empty. */
  record ColumnSketch(
      String name, String type, boolean notNull, String defaultValue, String references) {}

  /** A schema: tables in an order in which they can be created, then views on one column each. */
  record Sketch(List<TableSketch> tables, List<String> views) {
    Sketch {
      tables = List.copyOf(tables);
      views = List.copyOf(views);
    }

    String sql() {
      var sql = new StringBuilder();
      for (var table : tables) {
        var lines = new ArrayList<String>();
        table.columns().forEach(column -> lines.add(column(column)));
        lines.add("primary key (id)");
        lines.addAll(table.constraints());
        sql.append(
            "create table %s (\n  %s\n);\n".formatted(table.name(), String.join(",\n  ", lines)));
        table.indexes().forEach(index -> sql.append(index).append(";\n"));
      }
      views.forEach(view -> sql.append(view).append(";\n"));
      return sql.toString();
    }

    private static String column(ColumnSketch column) {
      return column.name()
          + " "
          + column.type()
          + (column.notNull() ? " not null" : "")
          + (column.defaultValue().isEmpty() ? "" : " default " + column.defaultValue())
          + (column.references().isEmpty() ? "" : " references " + column.references() + " (id)");
    }

    String rows() {
      var sql = new StringBuilder();
      for (var table : tables) {
        for (var row = 1; row <= ROWS; row++) {
          var values = new ArrayList<String>();
          for (var column : table.columns()) {
            values.add(column.type().equals("text") ? "'" + row + "'" : Integer.toString(row));
          }
          sql.append(
              "insert into %s values (%s);\n".formatted(table.name(), String.join(", ", values)));
        }
      }
      return sql.toString();
    }
  }

  Sketch first() {
    var tables = new ArrayList<TableSketch>();
    for (var i = 0; i <= random.nextInt(4); i++) {
      tables.add(table(tables));
    }
    return new Sketch(tables, views(tables));
  }

  /**
   * The sketch after some changes of every kind; views are made anew, since columns may be gone.
   */
  Sketch mutated(Sketch sketch) {
    var tables = new ArrayList<>(sketch.tables());
    for (var i = 0; i <= random.nextInt(4); i++) {
      switch (random.nextInt(6)) {
        case 0 -> tables.add(table(tables));
        case 1 -> dropTable(tables);
        default -> changeTable(tables);
      }
    }
    var kept = sketch.views().stream().filter(view -> stands(view, tables)).toList();
    var views = new ArrayList<>(random.nextBoolean() ? kept : views(tables));
    return new Sketch(tables, views);
  }

  private static boolean stands(String view, List<TableSketch> tables) {
    return tables.stream()
        .anyMatch(
            table ->
                view.endsWith(" from " + table.name())
                    && table.columns().stream()
                        .anyMatch(column -> view.contains(" " + column.name() + " as ")));
  }

  private TableSketch table(List<TableSketch> others) {
    var columns = new ArrayList<ColumnSketch>();
    columns.add(new ColumnSketch("id", "integer", true, "", ""));
    for (var i = 0; i <= random.nextInt(4); i++) {
      columns.add(column(others));
    }
    return decorated(new TableSketch(name("t"), columns, List.of(), List.of()));
  }

  private ColumnSketch column(List<TableSketch> others) {
    if (!others.isEmpty() && random.nextInt(4) == 0) {
      var other = others.get(random.nextInt(others.size()));
      return new ColumnSketch(name("r"), "integer", false, "", other.name());
    }
    var type = NUMBERS.get(random.nextInt(NUMBERS.size()));
    var notNull = random.nextBoolean();
    var value = notNull || random.nextBoolean() ? literal(type) : "";
    return new ColumnSketch(name("c"), type, notNull, value, "");
  }

  private String literal(String type) {
    var number = Integer.toString(random.nextInt(100));
    return type.equals("text") ? "'" + number + "'" : number;
  }

  /** The table with random constraints and indexes that its rows satisfy. */
  private TableSketch decorated(TableSketch table) {
    var constraints = new ArrayList<String>();
    var indexes = new ArrayList<String>();
    for (var column : table.columns().subList(1, table.columns().size())) {
      switch (random.nextInt(8)) {
        case 0 ->
            constraints.add("constraint %s unique (%s, id)".formatted(name("u"), column.name()));
        case 1 ->
            constraints.add(
                "constraint %s check (%s is not null or id > 0)"
                    .formatted(name("k"), column.name()));
        case 2 ->
            indexes.add(
                "create index %s on %s (%s)".formatted(name("i"), table.name(), column.name()));
        case 3 ->
            indexes.add(
                "create unique index %s on %s (id, %s) where %s is not null"
                    .formatted(name("i"), table.name(), column.name(), column.name()));
        default -> {}
      }
    }
    return new TableSketch(table.name(), table.columns(), constraints, indexes);
  }

  private List<String> views(List<TableSketch> tables) {
    var views = new ArrayList<String>();
    for (var table : tables) {
      if (random.nextInt(3) == 0) {
        var column = table.columns().get(random.nextInt(table.columns().size())).name();
        views.add(
            "create view %s as select %s as x from %s".formatted(name("v"), column, table.name()));
      }
    }
    return views;
  }

  private static void dropTable(List<TableSketch> tables) {
    for (var i = tables.size() - 1; i >= 0; i--) {
      var name = tables.get(i).name();
      var referenced =
          tables.stream()
              .flatMap(table -> table.columns().stream())
              .anyMatch(column -> column.references().equals(name));
      if (!referenced) {
        tables.remove(i);
        return;
      }
    }
  }

  private void changeTable(List<TableSketch> tables) {
    if (tables.isEmpty()) {
      return;
    }
    var at = random.nextInt(tables.size());
    var table = tables.get(at);
    var columns = new ArrayList<>(table.columns());
    var which = random.nextInt(columns.size());
    switch (random.nextInt(4)) {
      case 0 -> columns.add(column(tables.subList(0, at)));
      case 1 -> {
        if (which > 0) {
          columns.remove(which);
        }
      }
      default -> columns.set(which, changed(columns.get(which)));
    }
    var bare = new TableSketch(table.name(), columns, List.of(), List.of());
    tables.set(
        at,
        random.nextBoolean() || columns.size() < table.columns().size()
            ? decorated(bare)
            : keep(bare, table));
  }

  private static TableSketch keep(TableSketch bare, TableSketch table) {
    return new TableSketch(bare.name(), bare.columns(), table.constraints(), table.indexes());
  }

  private ColumnSketch changed(ColumnSketch column) {
    if (column.name().equals("id") || !column.references().isEmpty()) {
      return column;
    }
    var type = random.nextBoolean() ? column.type() : NUMBERS.get(random.nextInt(NUMBERS.size()));
    var notNull = random.nextBoolean();
    var value = notNull || random.nextBoolean() ? literal(type) : "";
    return new ColumnSketch(column.name(), type, notNull, value, "");
  }

  private String name(String prefix) {
    names++;
    // A quoted name now and then: identifiers are where renderers go wrong.
    return random.nextInt(10) == 0 ? "\"" + prefix + " " + names + "\"" : prefix + names;
  }
}
