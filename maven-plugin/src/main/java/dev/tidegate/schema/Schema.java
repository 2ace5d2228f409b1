package dev.tidegate.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that a state holds.
 *
 * @param objects by identity, sorted
 * @param dependencies for each object the objects that must exist for it to exist, itself left out;
 *     a parent is always among them
 * @param unmodelled objects that were seen and that no record stands for, in words: never compared,
 *     always reported
 * @param kept what is not compared but has to be as before on an object that a plan replaces: its
 *     owner and its grants; sorted by identity
 */
public record Schema(
    SortedMap<ObjectId, SchemaObject> objects,
    SortedMap<ObjectId, Set<ObjectId>> dependencies,
    List<String> unmodelled,
    List<Kept> kept) {

  /** A part that is kept, with what must exist for it to exist beside its parent. */
  public record Kept(SchemaObject object, Set<ObjectId> needs) {
    public Kept {
      needs = Collections.unmodifiableSet(new TreeSet<>(needs));
    }
  }

  public Schema {
    objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    dependencies = Collections.unmodifiableSortedMap(new TreeMap<>(dependencies));
    unmodelled = unmodelled.stream().sorted().toList();
    kept = kept.stream().sorted(Comparator.comparing(it -> it.object().id())).toList();
  }

  /** A schema that keeps nothing beyond what is compared. */
  public Schema(
      SortedMap<ObjectId, SchemaObject> objects,
      SortedMap<ObjectId, Set<ObjectId>> dependencies,
      List<String> unmodelled) {
    this(objects, dependencies, unmodelled, List.of());
  }

  /** This schema, keeping these. */
  public Schema keeping(Collection<Kept> parts) {
    return new Schema(objects, dependencies, unmodelled, List.copyOf(parts));
  }

  /**
   * This schema with what this or another one keeps as objects of its own, where their parents are
   * here as well.
   */
  public Schema with(Collection<Kept> parts) {
    if (parts.isEmpty()) {
      return this;
    }
    var all = new ArrayList<>(objects.values());
    var needs = new TreeMap<ObjectId, Collection<ObjectId>>(dependencies);
    for (var part : parts) {
      if (part.object().parent().map(this::holds).orElse(true) && !holds(part.object().id())) {
        all.add(part.object());
        needs.put(part.object().id(), part.needs());
      }
    }
    return of(all, needs, unmodelled);
  }

  /** A schema with no objects. */
  public static Schema empty() {
    return new Schema(new TreeMap<>(), new TreeMap<>(), List.of());
  }

  /**
   * A schema of these objects. To the dependencies given, each object's parent is added; those that
   * name an object outside the schema are left out.
   */
  public static Schema of(
      Collection<? extends SchemaObject> objects,
      Map<ObjectId, ? extends Collection<ObjectId>> dependencies,
      Collection<String> unmodelled) {
    var byId = new TreeMap<ObjectId, SchemaObject>();
    for (var object : objects) {
      if (byId.put(object.id(), object) != null) {
        throw new IllegalArgumentException("two objects are " + object.id());
      }
    }
    var known = new TreeMap<ObjectId, Set<ObjectId>>();
    for (var object : byId.values()) {
      var on = new TreeSet<ObjectId>();
      object.parent().ifPresent(on::add);
      on.addAll(
          Optional.ofNullable(dependencies.get(object.id())).map(Set::copyOf).orElse(Set.of()));
      on.remove(object.id());
      on.retainAll(byId.keySet());
      known.put(object.id(), Collections.unmodifiableSet(on));
    }
    return new Schema(byId, known, List.copyOf(unmodelled));
  }

  /** The object of this identity, if there is one. */
  public Optional<SchemaObject> find(ObjectId id) {
    return Optional.ofNullable(objects.get(id));
  }

  /** Whether there is an object of this identity. */
  public boolean holds(ObjectId id) {
    return objects.containsKey(id);
  }

  /** All objects of one type, sorted. */
  public <T extends SchemaObject> List<T> all(Class<T> type) {
    return objects.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** What must exist for this object to exist; empty for one that is not here. */
  public Set<ObjectId> dependenciesOf(ObjectId id) {
    return dependencies.getOrDefault(id, Set.of());
  }

  /** For each object, those that need it directly. */
  public Map<ObjectId, Set<ObjectId>> dependants() {
    var dependants = new TreeMap<ObjectId, Set<ObjectId>>();
    dependencies.forEach(
        (id, on) ->
            on.forEach(
                needed ->
                    dependants.computeIfAbsent(needed, key -> new LinkedHashSet<>()).add(id)));
    return dependants;
  }
}
