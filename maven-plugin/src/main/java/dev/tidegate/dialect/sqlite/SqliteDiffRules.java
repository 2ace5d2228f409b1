package dev.tidegate.dialect.sqlite;

import dev.tidegate.diff.DiffRules;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Trigger;
import dev.tidegate.schema.View;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What SQLite stores as it was typed is compared word by word: white space, comments, the case of
 * names and keywords and the style of quotes do not count.
 */
final class SqliteDiffRules implements DiffRules {

  @Override
  public SchemaObject comparable(SchemaObject object) {
    if (object instanceof Column column) {
      return column(column);
    }
    if (object instanceof Default value) {
      return new Default(value.id(), value.column(), SqlText.folded(value.expression()));
    }
    if (object instanceof CheckConstraint check) {
      return check(check);
    }
    if (object instanceof Key key) {
      return new Key(
          key.id(),
          key.table(),
          key.name(),
          key.columns(),
          key.included(),
          key.partOf(),
          folded(key.options(), SqliteOptions.TERMS));
    }
    return ofItsOwn(object);
  }

  /** Objects that are no part of a table's statement. */
  private static SchemaObject ofItsOwn(SchemaObject object) {
    if (object instanceof Index index) {
      return index(index);
    }
    if (object instanceof View view) {
      return new View(
          view.id(),
          view.columns(),
          SqlText.folded(view.query()),
          folded(view.options(), SqliteOptions.COLUMNS));
    }
    if (object instanceof Trigger trigger) {
      return new Trigger(
          trigger.id(),
          trigger.relation(),
          SqlText.folded(trigger.definition()),
          trigger.enabled());
    }
    return object;
  }

  private static Column column(Column column) {
    var generated =
        column
            .generated()
            .map(it -> new Column.Generated(SqlText.folded(it.expression()), it.stored()));
    return new Column(
        column.id(),
        column.table(),
        0,
        column.type().toUpperCase(Locale.ROOT),
        column.collation(),
        column.notNull(),
        column.identity(),
        generated,
        column.inherited(),
        column.options());
  }

  private static CheckConstraint check(CheckConstraint check) {
    return new CheckConstraint(
        check.id(),
        check.table(),
        check.name(),
        List.of(),
        SqlText.folded(check.expression()),
        check.inherited(),
        check.options());
  }

  private static Index index(Index index) {
    var keys =
        index.keys().stream()
            .map(
                key ->
                    new Index.Element(
                        key.column(),
                        SqlText.folded(key.expression()),
                        key.collation(),
                        key.operatorClass(),
                        key.order()))
            .toList();
    return new Index(
        index.id(),
        index.table(),
        index.method(),
        index.unique(),
        keys,
        index.included(),
        index.where().map(SqlText::folded),
        index.partOf(),
        index.options());
  }

  private static SortedMap<String, String> folded(SortedMap<String, String> options, String name) {
    var folded = new TreeMap<>(options);
    folded.computeIfPresent(name, (key, text) -> SqlText.folded(text));
    return folded;
  }
}
