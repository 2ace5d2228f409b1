package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ObjectId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which object of the model an address of the catalogue belongs to. */
final class Addresses {
  private final Map<Address, ObjectId> owners = new HashMap<>();
  private final Map<Address, ObjectId> subjects = new HashMap<>();

  private final Map<Address, Map<ObjectId, ObjectId>> shells = new HashMap<>();

  /** The address of an object itself. */
  void add(Address address, ObjectId id) {
    owners.put(address, id);
    subjects.put(address, id);
  }

  /** The address of something that is a part of an object: a row type, a view's rule. */
  void addPart(Address address, ObjectId whole) {
    owners.put(address, whole);
  }

  /** The address of something that has a comment of its own, but is a part of an object. */
  void addSubject(Address address, ObjectId subject) {
    subjects.put(address, subject);
  }

  /**
   * A function that a type stands on and that takes or returns it. It needs no more than the shell.
   */
  void addInner(Address function, ObjectId type, ObjectId shell) {
    shells.computeIfAbsent(function, key -> new HashMap<>()).put(type, shell);
  }

  /** What this really needs, where the catalogue says that it needs an object. */
  ObjectId needed(Address needing, ObjectId object) {
    return shells.getOrDefault(needing, Map.of()).getOrDefault(object, object);
  }

  /** The object that this is, or is a part of. */
  Optional<ObjectId> owner(Address address) {
    var found = owners.get(address);
    return Optional.ofNullable(found == null ? owners.get(address.whole()) : found);
  }

  /** What a comment at this address is about. */
  Optional<ObjectId> subject(Address address) {
    return Optional.ofNullable(subjects.get(address));
  }
}
