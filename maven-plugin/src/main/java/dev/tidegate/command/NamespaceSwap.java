package dev.tidegate.command;

import dev.tidegate.guard.StateLook;
import dev.tidegate.guard.StatementTrace;
import dev.tidegate.problem.Problem;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says what was built in one name space as it would be said in another. The first name is one that
 * nobody chose, so that wherever it stands, in names or in expressions, the name space is meant.
 *
 * @param from a name that needs no quotes and occurs in no migration
 * @param to a name that needs no quotes either
 */
record NamespaceSwap(String from, String to) {

  Moment of(Moment moment) {
    var identities = new TreeMap<ObjectId, String>();
    moment.look().identities().forEach((id, identity) -> identities.put(of(id), identity));
    var look = new StateLook(of(moment.look().schema()), identities);
    return new Moment(
        look,
        moment.all() ? look.schema() : of(moment.inScope()),
        moment.all(),
        moment.named().map(this::of));
  }

  StatementTrace of(StatementTrace trace) {
    return (StatementTrace) ofAny(trace);
  }

  Problem of(Problem problem) {
    return (Problem) ofAny(problem);
  }

  private ObjectId of(ObjectId id) {
    return new ObjectId(id.kind(), id.path().stream().map(this::of).toList());
  }

  private Schema of(Schema schema) {
    return (Schema) ofAny(schema);
  }

  private String of(String text) {
    return text.contains(from) ? text.replace(from, to) : text;
  }

  /** Records are all that a schema consists of, and the values that records hold. */
  private Object ofAny(Object value) {
    if (value instanceof String text) {
      return of(text);
    }
    if (value instanceof ObjectId id) {
      return of(id);
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(this::ofAny);
    }
    if (value instanceof List<?> items) {
      return items.stream().map(this::ofAny).toList();
    }
    if (value instanceof Set<?> items) {
      var copy = new TreeSet<>();
      items.forEach(item -> copy.add(ofAny(item)));
      return copy;
    }
    if (value instanceof SortedMap<?, ?> map) {
      return ofMap(map);
    }
    if (value instanceof Record) {
      return ofRecord(value);
    }
    if (value instanceof Number || value instanceof Boolean || value instanceof Enum<?>) {
      return value;
    }
    throw new IllegalStateException("a schema holds a " + value.getClass());
  }

  private SortedMap<Object, Object> ofMap(Map<?, ?> map) {
    var copy = new TreeMap<Object, Object>();
    map.forEach((name, member) -> copy.put(ofAny(name), ofAny(member)));
    return copy;
  }

  private Object ofRecord(Object bean) {
    try {
      var components = bean.getClass().getRecordComponents();
      var values = new ArrayList<Object>();
      for (var component : components) {
        component.getAccessor().setAccessible(true);
        values.add(ofAny(component.getAccessor().invoke(bean)));
      }
      return constructor(bean.getClass(), components).newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(bean.getClass() + " cannot be copied", e);
    }
  }

  private static Constructor<?> constructor(Class<?> type, RecordComponent[] components)
      throws NoSuchMethodException {
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor;
  }
}
