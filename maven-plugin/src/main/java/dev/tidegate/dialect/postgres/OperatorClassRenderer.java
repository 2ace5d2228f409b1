package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-createopclass.html */
final class OperatorClassRenderer implements DefinitionRenderer {

  @Override
  public List<String> create(Definition operatorClass, List<SchemaObject> parts) {
    var type = operatorClass.require("type");
    var members = new ArrayList<String>();
    OperatorMembers.of(operatorClass)
        .forEach((member, meaning) -> members.add(OperatorMembers.clause(member, meaning)));
    // A class needs at least one item; a storage that is the type itself changes nothing.
    var storage = operatorClass.attribute("storage");
    if (storage.isPresent() || members.isEmpty()) {
      members.add("STORAGE " + storage.orElse(type));
    }
    return List.of(
        sql("CREATE OPERATOR CLASS")
            .words(ObjectNames.relation(operatorClass.id()))
            .words(operatorClass.attribute("is_default").isPresent() ? "DEFAULT" : "")
            .words("FOR TYPE")
            .words(type)
            .words("USING")
            .words(quote(operatorClass.id().name()))
            .words("FAMILY")
            .words(operatorClass.require("family"))
            .words("AS\n  " + String.join(",\n  ", members))
            .sql());
  }

  @Override
  public List<String> drop(Definition operatorClass) {
    return List.of(sql("DROP").words(ObjectNames.named(operatorClass.id())).sql());
  }
}
