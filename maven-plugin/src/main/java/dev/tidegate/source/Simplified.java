package dev.tidegate.source;

import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a live schema a scratch server may be unable to hold: labels of a provider that it has
 * not loaded, and owners and grants of roles that it may not make.
 */
final class Simplified {
  private Simplified() {}

  /** The schema, then with ever less of that: the first that can be rebuilt is taken. */
  static List<Schema> from(Schema schema) {
    var all = new ArrayList<Schema>();
    all.add(schema);
    var unlabelled = withoutLabels(schema);
    if (unlabelled.objects().size() < schema.objects().size()) {
      all.add(unlabelled);
    }
    if (!schema.kept().isEmpty()) {
      all.add(unlabelled.keeping(List.of()));
    }
    return all;
  }

  /** Labels that cannot be tried out are not compared either, and said so. */
  private static Schema withoutLabels(Schema schema) {
    var rest =
        schema.objects().values().stream()
            .filter(object -> object.id().kind() != ObjectKind.SECURITY_LABEL)
            .toList();
    var unmodelled = new ArrayList<>(schema.unmodelled());
    schema.objects().keySet().stream()
        .filter(id -> id.kind() == ObjectKind.SECURITY_LABEL)
        .forEach(id -> unmodelled.add(id + " (the scratch server has no such provider)"));
    return Schema.of(rest, schema.dependencies(), unmodelled).keeping(schema.kept());
  }
}
