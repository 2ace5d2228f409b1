package dev.tidegate.dialect;

import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Parts;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes rows for the tables of one schema: the same in every dialect but for the literals. */
public final class SampleInserts {
  private static final int ROWS = 2;
  private static final int REFERENCES = 16;
  private static final Pattern TEXT = Pattern.compile("'((?:[^']++|'')*+)'");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w'])-?\\d{1,9}(?![\\w'])");

  private final Schema schema;
  private final SampleValues values;
  private final Parts parts;
  private final Map<ObjectId, Map<String, Reference>> references = new HashMap<>();

  /** Rows for this schema's tables. */
  public SampleInserts(Schema schema, SampleValues values) {
    this.schema = schema;
    this.values = values;
    this.parts = new Parts(schema);
  }

  /** What a column of a foreign key refers to. */
  private record Reference(ObjectId table, String column) {}

  /** How one attempt chooses its values. */
  private record Choice(int rows, boolean onlyRequired, int candidate) {}

  /** The statements, referenced tables first. */
  public List<SampleRows.Insert> of(Collection<ObjectId> tables) {
    var order = new LinkedHashSet<ObjectId>();
    for (var table : new TreeSet<>(tables)) {
      visit(table, order, new HashSet<>());
    }
    var inserts = new ArrayList<SampleRows.Insert>();
    for (var id : order) {
      schema
          .find(id)
          .filter(Table.class::isInstance)
          .map(Table.class::cast)
          .filter(table -> table.partition().isEmpty())
          .ifPresent(table -> inserts.add(new SampleRows.Insert(id, attempts(table))));
    }
    return inserts;
  }

  private void visit(ObjectId table, Set<ObjectId> order, Set<ObjectId> open) {
    if (order.contains(table) || !open.add(table)) {
      return;
    }
    var object = schema.find(table);
    if (object.isPresent() && object.get() instanceof Table it && it.partition().isPresent()) {
      visit(it.partition().get().parent(), order, open);
    }
    for (var key : parts.of(table, ForeignKey.class)) {
      visit(key.referencedTable(), order, open);
    }
    order.add(table);
  }

  private List<String> attempts(Table table) {
    var columns =
        parts.of(table.id(), Column.class).stream()
            .filter(column -> column.generated().isEmpty())
            .toList();
    var attempts = new LinkedHashSet<String>();
    var choices =
        List.of(
            new Choice(ROWS, false, 0),
            new Choice(ROWS, false, 1),
            new Choice(ROWS, false, 2),
            new Choice(ROWS, true, 0),
            new Choice(ROWS, true, 1),
            new Choice(1, false, 1),
            new Choice(1, true, 0),
            new Choice(1, true, 1));
    for (var choice : choices) {
      insert(table, columns, choice).ifPresent(attempts::add);
    }
    return List.copyOf(attempts);
  }

  private Optional<String> insert(Table table, List<Column> columns, Choice choice) {
    var placed = values.placed(schema, table);
    var rows = new ArrayList<String>();
    var names = new ArrayList<String>();
    for (var column : columns) {
      if (!choice.onlyRequired() || column.notNull()) {
        names.add(column.id().name());
      }
    }
    var count = placed.map(List::size).orElse(choice.rows());
    for (var row = 1; row <= Math.min(count, choice.rows()); row++) {
      var place = placed.isPresent() ? placed.get().get(row - 1) : Map.<String, String>of();
      place.keySet().stream().filter(name -> !names.contains(name)).forEach(names::add);
      var literals = new ArrayList<String>();
      for (var column : columns) {
        if (names.contains(column.id().name())) {
          var literal =
              Optional.ofNullable(place.get(column.id().name()))
                  .or(() -> chosen(column, choice, literals(rows)));
          if (literal.isEmpty() && column.notNull()) {
            return Optional.empty();
          }
          literals.add(literal.orElse("NULL"));
        }
      }
      rows.add("(" + String.join(", ", literals) + ")");
    }
    if (rows.isEmpty() || names.isEmpty()) {
      return Optional.empty();
    }
    var ordered = columns.stream().map(it -> it.id().name()).filter(names::contains).toList();
    return Optional.of(
        "INSERT INTO "
            + table.id().path().stream().map(values::quoted).collect(Collectors.joining("."))
            + ordered.stream().map(values::quoted).collect(Collectors.joining(", ", " (", ") "))
            + values.overriding()
            + "VALUES "
            + String.join(", ", rows));
  }

  /** The number of the row that comes after these. */
  private static int literals(List<String> rows) {
    return rows.size() + 1;
  }

  private Optional<String> chosen(Column column, Choice choice, int row) {
    var reference = reference(column);
    if (reference.isPresent()) {
      return referenced(column, reference.get(), choice, row);
    }
    if (choice.candidate() > 0) {
      var candidates = candidates(column, row);
      if (!candidates.isEmpty()) {
        return Optional.of(candidates.get((choice.candidate() - 1) % candidates.size()));
      }
    }
    return values.literal(schema, column.type(), row);
  }

  /**
   * The value that the referenced row has, at the end of a chain of references, if it was made by
   * the same choice.
   */
  private Optional<String> referenced(Column column, Reference first, Choice choice, int row) {
    var at = first;
    for (var i = 0; i < REFERENCES; i++) {
      var target = schema.find(at.table().member(column.id().kind(), at.column()));
      if (target.isEmpty() || !(target.get() instanceof Column found)) {
        return Optional.empty();
      }
      var next = reference(found);
      if (next.isEmpty()) {
        return chosen(found, choice, row);
      }
      at = next.get();
    }
    return values.literal(schema, column.type(), row);
  }

  private Optional<Reference> reference(Column column) {
    var known =
        references.computeIfAbsent(
            column.table(),
            table -> {
              var found = new HashMap<String, Reference>();
              for (var key : parts.of(table, ForeignKey.class)) {
                for (var i = 0; i < key.columns().size(); i++) {
                  if (i < key.referencedColumns().size()) {
                    found.putIfAbsent(
                        key.columns().get(i),
                        new Reference(key.referencedTable(), key.referencedColumns().get(i)));
                  }
                }
              }
              return found;
            });
    return Optional.ofNullable(known.get(column.id().name()));
  }

  /**
   * Values that the checks of a column name: they are what checks let pass, more often than not.
   */
  private List<String> candidates(Column column, int row) {
    var found = new ArrayList<String>(values.checks(schema, column));
    for (var check : parts.of(column.table(), CheckConstraint.class)) {
      if (check.columns().isEmpty() || check.columns().contains(column.id().name())) {
        found.addAll(named(check.expression(), values.isText(column.type()), row));
      }
    }
    return found;
  }

  /** The literals of an expression, and those that differ a little from them. */
  public List<String> named(String expression, boolean text, int row) {
    var found = new ArrayList<String>();
    var texts = TEXT.matcher(expression);
    while (texts.find()) {
      var literal = texts.group(1).replace("''", "'").replace("%", "x").replace('_', 'x');
      found.add(values.literalOf(literal));
    }
    if (!found.isEmpty()) {
      // Each row takes another of them, as far as there are several.
      java.util.Collections.rotate(found, 1 - row);
    }
    var numbers = NUMBER.matcher(expression);
    while (numbers.find()) {
      var number = Long.parseLong(numbers.group());
      if (!text) {
        found.add(Long.toString(number + row));
        found.add(Long.toString(number - row));
      } else if (number > 0 && number < 200) {
        found.add(values.literalOf(Integer.toString(row).repeat((int) number)));
        found.add(values.literalOf(Integer.toString(row).repeat((int) number + 1)));
      }
    }
    return found;
  }
}
