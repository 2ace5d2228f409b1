package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.qualified;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.schema.Column;
import dev.tidegate.schema.Domain;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a new type in the place of one that cannot become it: the old one steps aside under another
 * name, every column of it changes to the new one by way of text, the old one goes. What reads the
 * columns has been dropped before: {@link InTheWay}.
 */
final class TypeSwap {
  /** Longer names are cut by the server, at 63 bytes. */
  private static final int NAME_LIMIT = 55;

  private final Surroundings surroundings;

  TypeSwap(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The statements of the swap.
   *
   * @param type what is swapped
   * @param create the statement that creates the new type
   */
  List<String> statements(ObjectId type, String create) {
    var statements = new ArrayList<String>();
    var aside = aside(type);
    statements.add(rename(type, aside));
    statements.add(create);
    for (var domain : domainsOver(type)) {
      statements.addAll(statements(domain.id(), DomainRenderer.createDomain(domain)));
    }
    for (var column : columnsToCarry(type)) {
      statements.add(carry(column));
    }
    statements.add(sql(typeWord(type, "DROP")).words(qualified(aside)).sql());
    return statements;
  }

  /** Columns that stay; those that have been changed to another type are none of its any more. */
  private List<Column> columnsToCarry(ObjectId type) {
    var to = surroundings.schemas().to();
    return TypeChanges.columnsOf(type, surroundings.schemas().from())
        .filter(column -> column.table().kind() == ObjectKind.TABLE)
        .filter(column -> to.holds(column.id()) && !surroundings.drops(column.id()))
        .filter(column -> !surroundings.hasSaidAlter(column.id()))
        .filter(column -> !column.inherited())
        .toList();
  }

  private List<Domain> domainsOver(ObjectId type) {
    var names = TypeChanges.namesOf(type);
    return surroundings.schemas().from().all(Domain.class).stream()
        .filter(domain -> names.contains(domain.type()))
        .filter(domain -> !surroundings.drops(domain.id()))
        .toList();
  }

  private static String carry(Column column) {
    var name = quote(column.id().name());
    var text = column.type().endsWith("[]") ? "::text[]::" : "::text::";
    return sql("ALTER TABLE")
        .name(column.table())
        .words("ALTER COLUMN")
        .words(name)
        .words("TYPE")
        .words(column.type())
        .words("USING")
        .words(name + text + column.type())
        .sql();
  }

  private static String rename(ObjectId type, ObjectId aside) {
    return sql(typeWord(type, "ALTER")).name(type).words("RENAME TO").name(aside.name()).sql();
  }

  private static ObjectId aside(ObjectId type) {
    var name = type.name();
    var path = new ArrayList<>(type.qualifier());
    path.add(name.substring(0, Math.min(name.length(), NAME_LIMIT)) + "_before");
    return new ObjectId(type.kind(), path);
  }

  private static String typeWord(ObjectId type, String verb) {
    return verb + (type.kind() == ObjectKind.DOMAIN ? " DOMAIN" : " TYPE");
  }
}
