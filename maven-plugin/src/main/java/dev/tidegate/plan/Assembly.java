package dev.tidegate.plan;

import dev.tidegate.diff.Change;
import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Parts;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Puts what was selected together into steps, and the steps into order. Parts are created and
 * dropped by their parent's statement, unless this would close a cycle: then they stand apart.
 */
final class Assembly {
  private enum Phase {
    DROP,
    MAKE,
    /** The second half of a change in place. */
    FINISH
  }

  /** A step before it is made: of each object there is at most one in each phase. */
  private record Node(Phase phase, ObjectId id) implements Comparable<Node> {
    private static final Comparator<Node> FORTH =
        Comparator.comparing((Node node) -> node.id().kind()).thenComparing(Node::id);
    private static final Comparator<Node> BACK =
        Comparator.comparing((Node node) -> node.id().kind()).reversed().thenComparing(Node::id);

    @Override
    public int compareTo(Node other) {
      if (phase != other.phase) {
        return phase.compareTo(other.phase);
      }
      return (phase == Phase.DROP ? BACK : FORTH).compare(this, other);
    }
  }

  private final PlanRules rules;
  private final Pair<Schema> schemas;
  private final Selection selection;
  private final Pair<Parts> parts;
  private final Set<ObjectId> apart = new TreeSet<>();

  Assembly(PlanRules rules, Pair<Schema> schemas, Selection selection) {
    this.rules = rules;
    this.schemas = schemas;
    this.selection = selection;
    this.parts = schemas.map(Parts::new);
  }

  Plan plan() {
    var graph = hardGraph();
    if (setApart(graph.cyclic())) {
      graph = hardGraph();
    }
    addMentions(graph);
    var unheeded = graph.settleSoft();
    var steps = new ArrayList<Plan.Planned>();
    var order = graph.order();
    var before = graph.before(order);
    for (var i = 0; i < order.size(); i++) {
      var step = step(order.get(i));
      steps.add(new Plan.Planned(step, rules.hazards(step, schemas), before.get(i)));
    }
    return new Plan(steps, unheeded.stream().anyMatch(node -> node.phase() == Phase.MAKE));
  }

  /** Lets the parts of steps in a cycle have statements of their own; whether there were any. */
  private boolean setApart(Set<Node> cyclic) {
    var before = apart.size();
    for (var node : cyclic) {
      var side = node.phase() == Phase.DROP ? parts.from() : parts.to();
      for (var part : side.of(node.id(), SchemaObject.class)) {
        setApart(part, side);
      }
    }
    return apart.size() > before;
  }

  private void setApart(SchemaObject part, Parts side) {
    if (rules.createdApart(part)) {
      apart.add(part.id());
    }
    for (var inner : side.of(part.id(), SchemaObject.class)) {
      setApart(inner, side);
    }
  }

  private DependencyGraph<Node> hardGraph() {
    var graph = new DependencyGraph<Node>();
    selection.dropped().forEach(id -> dropNode(id).ifPresent(graph::add));
    selection.created().forEach(id -> createNode(id).ifPresent(graph::add));
    selection.altered().keySet().forEach(id -> graph.add(new Node(Phase.MAKE, id)));
    selection.rebuilt().forEach(id -> graph.add(new Node(Phase.MAKE, id)));
    eachDependency(schemas.from(), (needing, needed) -> orderDrops(graph, needing, needed));
    eachDependency(schemas.to(), (needing, needed) -> orderMakes(graph, needing, needed));
    for (var id : selection.created()) {
      both(dropNode(id), createNode(id), graph::before);
    }
    orderSlots(graph);
    selection.altered().values().forEach(modify -> orderFinish(graph, modify));
    return graph;
  }

  private static void eachDependency(Schema schema, BiConsumer<ObjectId, ObjectId> action) {
    schema.dependencies().forEach((needing, on) -> on.forEach(it -> action.accept(needing, it)));
  }

  private void orderDrops(DependencyGraph<Node> graph, ObjectId needing, ObjectId needed) {
    both(dropNode(needing), dropNode(needed), graph::before);
    both(alterNode(schemas.from(), needing), dropNode(needed), graph::before);
    both(dropNode(needing), alterNode(schemas.from(), needed), graph::before);
    if (dropNode(needing).isEmpty()) {
      // Its whole is changed so that it needs this no more.
      var whole = schemas.from().find(needing).flatMap(SchemaObject::parent);
      both(whole.flatMap(it -> alterNode(schemas.from(), it)), dropNode(needed), graph::before);
    }
  }

  private void orderMakes(DependencyGraph<Node> graph, ObjectId needing, ObjectId needed) {
    var makeNeeding = createNode(needing).or(() -> alterNode(schemas.to(), needing));
    var makeNeeded = createNode(needed).or(() -> alterNode(schemas.to(), needed));
    var modify = selection.altered().get(needing);
    // A table comes to its parent with the second step only.
    if (modify == null
        || needed.kind() != needing.kind()
        || rules.stopover(modify, selection.dropped()).isEmpty()) {
      both(makeNeeded, makeNeeding, graph::before);
    }
  }

  private void orderSlots(DependencyGraph<Node> graph) {
    var holders = new HashMap<String, List<ObjectId>>();
    for (var id : selection.dropped()) {
      for (var slot : rules.slotsHeld(selection.before(id))) {
        holders.computeIfAbsent(slot, key -> new ArrayList<>()).add(id);
      }
    }
    for (var id : selection.created()) {
      for (var slot : rules.slotsNeeded(selection.after(id))) {
        for (var holder : holders.getOrDefault(slot, List.of())) {
          both(dropNode(holder), createNode(id), graph::before);
        }
      }
    }
  }

  private void addMentions(DependencyGraph<Node> graph) {
    rules
        .mentions(schemas.from())
        .forEach(
            (naming, names) ->
                names.forEach(
                    named -> both(dropNode(naming), dropNode(named), graph::preferBefore)));
    rules
        .mentions(schemas.to())
        .forEach(
            (naming, names) -> {
              var make = createNode(naming).or(() -> alterNode(schemas.to(), naming));
              for (var named : names) {
                var needed = createNode(named).or(() -> alterNode(schemas.to(), named));
                both(needed, make, graph::preferBefore);
              }
            });
  }

  /** A change in two steps goes around those parts that the second step looks at. */
  private void orderFinish(DependencyGraph<Node> graph, Change.Modify modify) {
    if (rules.stopover(modify, selection.dropped()).isEmpty()) {
      return;
    }
    var finish = new Node(Phase.FINISH, modify.id());
    graph.before(new Node(Phase.MAKE, modify.id()), finish);
    for (var needed : schemas.to().dependenciesOf(modify.id())) {
      createNode(needed)
          .or(() -> alterNode(schemas.to(), needed))
          .ifPresent(node -> graph.before(node, finish));
    }
    for (var part : parts.to().of(modify.id(), SchemaObject.class)) {
      var made = createNode(part.id()).or(() -> alterNode(schemas.to(), part.id()));
      if (rules.madeBeforeStopoverEnds(part)) {
        made.ifPresent(node -> graph.before(node, finish));
      } else {
        made.ifPresent(node -> graph.before(finish, node));
      }
    }
  }

  private static void both(
      Optional<Node> first, Optional<Node> then, BiConsumer<Node, Node> order) {
    if (first.isPresent() && then.isPresent()) {
      order.accept(first.get(), then.get());
    }
  }

  /** The step that drops the object; empty where it is not dropped. */
  private Optional<Node> dropNode(ObjectId id) {
    if (!selection.dropped().contains(id)) {
      return Optional.empty();
    }
    var object = selection.before(id);
    var parent = object.parent();
    if (parent.isPresent() && rules.droppedWithParent(object) && !apart.contains(id)) {
      if (selection.rebuilt().contains(parent.get())) {
        return Optional.of(new Node(Phase.MAKE, parent.get()));
      }
      var parents = dropNode(parent.get());
      if (parents.isPresent()) {
        return parents;
      }
    }
    return Optional.of(new Node(Phase.DROP, id));
  }

  /** The step that creates the object; empty where it is not created. */
  private Optional<Node> createNode(ObjectId id) {
    if (!selection.created().contains(id)) {
      return Optional.empty();
    }
    var object = selection.after(id);
    var parent = object.parent();
    if (parent.isPresent() && rules.createdWithParent(object) && !apart.contains(id)) {
      var parents = createNode(parent.get());
      if (parents.isPresent()) {
        return parents;
      }
    }
    return Optional.of(new Node(Phase.MAKE, id));
  }

  /** The step that changes the object in place; empty where it is not changed. */
  private Optional<Node> alterNode(Schema schema, ObjectId id) {
    if (selection.altered().containsKey(id)) {
      return Optional.of(new Node(Phase.MAKE, id));
    }
    return Optional.of(Selection.root(rules, schema, id))
        .filter(selection.rebuilt()::contains)
        .map(table -> new Node(Phase.MAKE, table));
  }

  private Step step(Node node) {
    var id = node.id();
    if (node.phase() == Phase.DROP) {
      return new Step.Drop(selection.before(id), selection.created().contains(id));
    }
    if (selection.rebuilt().contains(id)) {
      return new Step.RebuildTable(
          new Pair<>(
              whole(selection.before(id), parts.from()), whole(selection.after(id), parts.to())));
    }
    var modify = selection.altered().get(id);
    return modify == null
        ? create(selection.after(id))
        : new Step.Alter(half(modify, node.phase() == Phase.FINISH));
  }

  private Change.Modify half(Change.Modify modify, boolean second) {
    var whole = modify.object();
    return rules
        .stopover(modify, selection.dropped())
        .map(
            it ->
                new Change.Modify(
                    second ? new Pair<>(it, whole.to()) : new Pair<>(whole.from(), it)))
        .orElse(modify);
  }

  private Step.Create create(SchemaObject object) {
    return whole(object, parts.to());
  }

  /** The object with every part that its statement creates. */
  private Step.Create whole(SchemaObject object, Parts side) {
    var columns = new ArrayList<SchemaObject>();
    var others = new ArrayList<SchemaObject>();
    collect(object.id(), side, columns, others);
    others.sort(Comparator.comparing(SchemaObject::id));
    columns.addAll(others);
    return new Step.Create(object, columns);
  }

  private void collect(
      ObjectId parent, Parts side, List<SchemaObject> columns, List<SchemaObject> others) {
    for (var column : side.of(parent, Column.class)) {
      columns.add(column);
    }
    for (var part : side.of(parent, SchemaObject.class)) {
      if (rules.createdWithParent(part) && !apart.contains(part.id())) {
        if (!(part instanceof Column)) {
          others.add(part);
        }
        collect(part.id(), side, columns, others);
      }
    }
  }
}
