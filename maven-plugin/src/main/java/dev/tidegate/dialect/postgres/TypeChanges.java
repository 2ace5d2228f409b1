package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.CompositeType;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.Domain;
import dev.tidegate.schema.EnumType;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.MaterializedView;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Routine;
import dev.tidegate.schema.Rule;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Trigger;
import dev.tidegate.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Which changes of a type the database makes in place, and which need the type to be swapped. */
final class TypeChanges {
  private TypeChanges() {}

  /** Whether the columns of the type have to be carried over to a new type of the same name. */
  static boolean swaps(Pair<? extends SchemaObject> type, Pair<Schema> schemas) {
    if (type.from() instanceof EnumType from && type.to() instanceof EnumType to) {
      return swapsEnum(new Pair<>(from, to), schemas);
    }
    if (type.from() instanceof Domain from && type.to() instanceof Domain to) {
      return !from.type().equals(to.type()) || !from.collation().equals(to.collation());
    }
    if (type.from() instanceof CompositeType from && type.to() instanceof CompositeType to) {
      return !appends(new Pair<>(from, to));
    }
    var kind = type.to().id().kind();
    return kind == ObjectKind.COLLATION || kind == ObjectKind.RANGE_TYPE;
  }

  /** A type without modifier and without the brackets of an array. */
  static String element(String type) {
    return type.replaceFirst("(\\([^()]*\\))?(\\[\\])*$", "");
  }

  /** The labels that only {@code to} has. */
  static List<String> added(Pair<EnumType> type) {
    return type.to().labels().stream()
        .filter(label -> !type.from().labels().contains(label))
        .toList();
  }

  /**
   * A label cannot be used in the transaction that adds it, and a migration is one transaction. A
   * new type has no such limit. https://www.postgresql.org/docs/current/sql-altertype.html
   */
  private static boolean swapsEnum(Pair<EnumType> type, Pair<Schema> schemas) {
    var kept = new ArrayList<>(type.to().labels());
    kept.retainAll(new HashSet<>(type.from().labels()));
    if (!kept.equals(type.from().labels())) {
      return true;
    }
    var constants =
        added(type).stream().map(PostgresIdentifiers::literal).collect(Collectors.toSet());
    var to = schemas.to();
    return to.objects().values().stream()
        .filter(it -> to.dependenciesOf(it.id()).contains(type.to().id()))
        .filter(it -> !schemas.from().find(it.id()).filter(it::equals).isPresent())
        .map(TypeChanges::checkedText)
        .anyMatch(text -> constants.stream().anyMatch(text::contains));
  }

  /** Attributes may go anywhere and come at the end; their types stay. */
  private static boolean appends(Pair<CompositeType> type) {
    var kept = new ArrayList<>(type.from().attributes());
    kept.retainAll(type.to().attributes());
    var to = type.to().attributes();
    var names =
        type.from().attributes().stream()
            .map(CompositeType.Attribute::name)
            .collect(Collectors.toSet());
    return to.size() >= kept.size()
        && to.subList(0, kept.size()).equals(kept)
        && to.subList(kept.size(), to.size()).stream()
            .noneMatch(attribute -> names.contains(attribute.name()));
  }

  /** The text of an object in which the server reads constants when it is created. */
  private static String checkedText(SchemaObject object) {
    if (object instanceof Default value) {
      return value.expression();
    }
    if (object instanceof Routine routine) {
      return routine.language().equals("sql") ? routine.definition() : routine.arguments();
    }
    if (object instanceof CheckConstraint
        || object instanceof Column
        || object instanceof Domain
        || object instanceof Index
        || object instanceof MaterializedView
        || object instanceof Rule
        || object instanceof Trigger
        || object instanceof View) {
      return object.toString();
    }
    return "";
  }
}
