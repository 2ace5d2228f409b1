package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.PlanRules;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Names for what is there only while a plan runs. The same plan always gives the same names, and no
 * object of either schema has one of them.
 */
final class SpareNames {
  /** NAMEDATALEN - 1: https://www.postgresql.org/docs/current/sql-syntax-lexical.html */
  private static final int LONGEST = 63;

  private static final PlanRules RULES = new PostgresPlanRules();

  private final Set<String> before = new HashSet<>();
  private final Set<String> slots = new HashSet<>();

  SpareNames(Pair<Schema> schemas) {
    schemas.from().objects().values().forEach(it -> before.add(RULES.nameSlot(it)));
    schemas.to().objects().values().forEach(it -> slots.add(RULES.nameSlot(it)));
    slots.addAll(before);
  }

  /** An index beside one of this name in the same name space. */
  ObjectId index(List<String> namespace, String name, String suffix) {
    for (var number = 0; ; number++) {
      var path = new ArrayList<>(namespace);
      path.add(with(name, suffix + (number == 0 ? "" : number)));
      if (slots.add("relation " + path)) {
        return new ObjectId(ObjectKind.INDEX, path);
      }
    }
  }

  /** A function without arguments. */
  ObjectId function(List<String> namespace, String name, String suffix) {
    for (var number = 0; ; number++) {
      var path = new ArrayList<>(namespace);
      path.add(with(name, suffix + (number == 0 ? "" : number)));
      var id = new ObjectId(ObjectKind.FUNCTION, path);
      path.add("()");
      if (slots.add("routine " + path)) {
        return id;
      }
    }
  }

  /** A column of this table. */
  String column(ObjectId table, String name, String suffix) {
    for (var number = 0; ; number++) {
      var id = table.member(ObjectKind.COLUMN, with(name, suffix + (number == 0 ? "" : number)));
      if (slots.add(id.toString())) {
        return id.name();
      }
    }
  }

  /** A constraint of this table. */
  ObjectId constraint(ObjectId table, String name, String suffix) {
    for (var number = 0; ; number++) {
      var id = table.member(ObjectKind.CHECK, with(name, suffix + (number == 0 ? "" : number)));
      if (slots.add("constraint " + id.path())) {
        return id;
      }
    }
  }

  /** The name of a type or collation while it waits to go, the same whenever it is asked. */
  ObjectId aside(ObjectId type) {
    return beside(type, type.kind(), "_before");
  }

  /** A function that takes what stands beside this type. */
  ObjectId carrier(ObjectId type, String suffix) {
    return beside(aside(type), ObjectKind.FUNCTION, suffix);
  }

  private ObjectId beside(ObjectId id, ObjectKind kind, String suffix) {
    for (var number = 0; ; number++) {
      var path = new ArrayList<>(id.qualifier());
      path.add(with(id.name(), suffix + (number == 0 ? "" : number)));
      var beside = new ObjectId(kind, path);
      var start = "routine " + path.toString().replaceFirst("]$", ", ");
      var isTaken =
          kind == ObjectKind.FUNCTION
              ? slots.stream().anyMatch(slot -> slot.startsWith(start))
              : slots.contains("relation " + path) || slots.contains(beside.toString());
      if (!isTaken) {
        return beside;
      }
    }
  }

  /** Whether no constraint of this table has the name in either schema. */
  boolean isFree(ObjectId table, String name) {
    return !slots.contains("constraint " + table.member(ObjectKind.CHECK, name).path());
  }

  /** Whether an object of {@code from} has the name of this one. */
  boolean isTaken(SchemaObject object) {
    return before.contains(RULES.nameSlot(object));
  }

  /** The name with the suffix, cut where it would be too long; what is cut off still counts. */
  static String with(String name, String suffix) {
    var whole = name + suffix;
    if (bytes(whole) <= LONGEST) {
      return whole;
    }
    var crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.UTF_8));
    var end = "_%08x".formatted(crc.getValue()) + suffix;
    var start = name;
    while (bytes(start + end) > LONGEST) {
      start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
    }
    return start + end;
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
