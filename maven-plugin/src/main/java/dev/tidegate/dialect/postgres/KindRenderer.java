package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.SchemaObject;
import java.util.List;

/**
 * The SQL of one kind of object. No statement means that another object's statement does it: the
 * column of a partition comes with that of its parent.
 *
 * @param <T> the record that stands for the kind
 */
interface KindRenderer<T extends SchemaObject> {

  /** The statements that create the object with the parts that are created with it. */
  List<String> create(T object, List<SchemaObject> parts);

  /** The statements that drop it. */
  List<String> drop(T object);

  /** The statements that change it in place; only for changes that {@link InPlace} allows. */
  List<String> alter(Pair<T> object);
}
