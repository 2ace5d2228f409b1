package dev.tidegate.guard;

import dev.tidegate.jdbc.Product;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds the statement of a file that brings a hazard about: by what was seen when the statements
 * ran one by one, else by what they name.
 *
 * @param statements of the file
 * @param trace what was seen when they ran
 * @param told those of hazards that were found in a statement's text
 */
record Causes(
    Product product, List<String> statements, StatementTrace trace, Map<Hazard, Integer> told) {
  /** They change rows or settings, and leave the schema as it is. */
  private static final Set<String> NO_SCHEMA =
      Set.of(
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE",
          "COPY",
          "TRUNCATE",
          "REPLACE",
          "VALUES",
          "SET",
          "RESET",
          "SHOW",
          "PRAGMA",
          "ANALYZE",
          "LOCK",
          "BEGIN",
          "COMMIT",
          "COMMENT",
          "EXPLAIN");

  private static final Set<HazardType> DROPS =
      Set.of(HazardType.DROP_TABLE, HazardType.DROP_COLUMN, HazardType.DROP_SCHEMA);

  /** Empty where the file as a whole does it. */
  Optional<Cause> of(Hazard hazard) {
    var number = Optional.ofNullable(told.get(hazard)).map(OptionalInt::of).orElse(seen(hazard));
    if (number.isEmpty() && statements.size() == 1) {
      number = OptionalInt.of(1);
    }
    if (number.isEmpty()) {
      number = named(hazard.object());
    }
    return number.stream()
        .boxed()
        .findFirst()
        .map(it -> new Cause(it, trace.lock(it, hazard.object())));
  }

  private OptionalInt seen(Hazard hazard) {
    var id = hazard.object();
    var measured = trace.first(it -> it.hazards().contains(hazard));
    if (measured.isPresent()) {
      return measured;
    }
    if (DROPS.contains(hazard.type())) {
      return trace.first(it -> it.gone().contains(id));
    }
    if (hazard.type() == HazardType.DROP_TYPE_VALUE) {
      return trace.first(
          it ->
              it.gone().stream()
                  .anyMatch(
                      gone ->
                          gone.kind() == ObjectKind.ENUM && gone.qualifier().equals(id.path())));
    }
    return hazard.type() == HazardType.BREAKS_READERS
        ? trace.first(it -> it.renamed().stream().anyMatch(one -> one.before().equals(id)))
        : OptionalInt.empty();
  }

  /**
   * The last statement that names the object and can change the schema, since it leads to what the
   * file was judged by; before those that name only the object, or only what it stands in, those
   * that name both.
   */
  private OptionalInt named(ObjectId id) {
    var changing =
        IntStream.rangeClosed(1, statements.size())
            .filter(number -> changesSchema(words(number)))
            .toArray();
    var table = new ObjectId(ObjectKind.TABLE, id.path().size() > 1 ? id.qualifier() : id.path());
    return last(changing, number -> names(number, id) && names(number, table))
        .or(() -> last(changing, number -> names(number, id)))
        .or(() -> last(changing, number -> names(number, table)))
        .or(() -> changing.length == 1 ? Optional.of(changing[0]) : Optional.empty())
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static Optional<Integer> last(int[] numbers, IntPredicate what) {
    return Arrays.stream(numbers).filter(what).boxed().reduce((one, other) -> other);
  }

  private static boolean changesSchema(SqlWords words) {
    return !NO_SCHEMA.contains(words.keyword(0));
  }

  private SqlWords words(int number) {
    return SqlWords.of(product, statements.get(number - 1));
  }

  /** By any name that it has had; what a DO block says stands in a string. */
  private boolean names(int number, ObjectId id) {
    var words = words(number);
    var block = words.keyword(0).equals("DO") ? words.sql().toLowerCase(Locale.ROOT) : "";
    return trace.names(id).stream()
        .map(ObjectId::name)
        .anyMatch(it -> words.mentions(it) || block.contains(it.toLowerCase(Locale.ROOT)));
  }
}
