package dev.tidegate.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What must come before what. Hard edges are kept as far as there is an order that keeps them; soft
 * ones give way where they would close a cycle. Among nodes that may come next, the smallest comes
 * first, so the same graph always gives the same order.
 *
 * @param <N> the nodes
 */
final class DependencyGraph<N extends Comparable<N>> {
  private final Map<N, Set<N>> hard = new TreeMap<>();
  private final Map<N, Set<N>> soft = new TreeMap<>();

  /** Adds a node, if it is not there. */
  void add(N node) {
    hard.computeIfAbsent(node, key -> new TreeSet<>());
  }

  /** One node must come before the other; a node before itself says nothing. */
  void before(N first, N then) {
    if (!first.equals(then)) {
      add(then);
      hard.computeIfAbsent(first, key -> new TreeSet<>()).add(then);
    }
  }

  /** One node should come before the other. */
  void preferBefore(N first, N then) {
    if (!first.equals(then)) {
      add(first);
      add(then);
      soft.computeIfAbsent(first, key -> new TreeSet<>()).add(then);
    }
  }

  /** Nodes that stand in a cycle of hard edges. */
  Set<N> cyclic() {
    var found = new TreeSet<N>();
    for (var component : components(hard).values()) {
      if (component.size() > 1) {
        found.addAll(component);
      }
    }
    return found;
  }

  /**
   * Keeps the soft edges that close no cycle and forgets the others.
   *
   * @return the nodes before which something could not be put that should have been
   */
  Set<N> settleSoft() {
    var all = new HashMap<N, Set<N>>();
    hard.forEach((node, after) -> all.put(node, new TreeSet<>(after)));
    soft.forEach((node, after) -> all.computeIfAbsent(node, key -> new TreeSet<>()).addAll(after));
    var components = components(all);
    var unheeded = new TreeSet<N>();
    soft.forEach(
        (first, nodes) ->
            nodes.forEach(
                then -> {
                  if (components.get(first) == components.get(then)) {
                    unheeded.add(then);
                  } else {
                    before(first, then);
                  }
                }));
    soft.clear();
    return unheeded;
  }

  /** All nodes in order; in a cycle of hard edges the smallest node comes first. */
  List<N> order() {
    var waiting = new TreeMap<N, Integer>();
    hard.keySet().forEach(node -> waiting.put(node, 0));
    hard.values().forEach(nodes -> nodes.forEach(node -> waiting.merge(node, 1, Integer::sum)));
    var ready = new PriorityQueue<N>();
    waiting.forEach(
        (node, count) -> {
          if (count == 0) {
            ready.add(node);
          }
        });
    var order = new ArrayList<N>(waiting.size());
    var done = new HashSet<N>();
    while (order.size() < waiting.size()) {
      var next = ready.poll();
      if (next == null) {
        next =
            waiting.keySet().stream()
                .filter(node -> !done.contains(node))
                .findFirst()
                .orElseThrow();
      }
      if (done.add(next)) {
        order.add(next);
        for (var then : hard.getOrDefault(next, Set.of())) {
          if (waiting.merge(then, -1, Integer::sum) == 0 && !done.contains(then)) {
            ready.add(then);
          }
        }
      }
    }
    return order;
  }

  /** For each place of an order the places before it that an edge leads from. */
  List<Set<Integer>> before(List<N> order) {
    var places = new HashMap<N, Integer>();
    var before = new ArrayList<Set<Integer>>(order.size());
    for (var i = 0; i < order.size(); i++) {
      places.put(order.get(i), i);
      before.add(new TreeSet<>());
    }
    hard.forEach(
        (first, nodes) ->
            nodes.forEach(
                then -> {
                  var place = places.getOrDefault(first, 0);
                  var later = places.getOrDefault(then, 0);
                  if (place < later) {
                    before.get(later).add(place);
                  }
                }));
    return before;
  }

  /**
   * Strongly connected components by Tarjan's algorithm, with a stack of its own since a chain of
   * dependencies can be longer than a thread's. Each node's value is the one list that all nodes of
   * its component share.
   */
  private Map<N, List<N>> components(Map<N, Set<N>> edges) {
    return new Tarjan<>(edges).run(hard.keySet());
  }

  private static final class Tarjan<N> {
    private final Map<N, Set<N>> edges;
    private final Map<N, Integer> index = new HashMap<>();
    private final Map<N, Integer> low = new HashMap<>();
    private final ArrayDeque<N> open = new ArrayDeque<>();
    private final Set<N> isOpen = new HashSet<>();
    private final Map<N, List<N>> components = new HashMap<>();

    Tarjan(Map<N, Set<N>> edges) {
      this.edges = edges;
    }

    Map<N, List<N>> run(Collection<N> nodes) {
      for (var node : nodes) {
        if (!index.containsKey(node)) {
          visit(node);
        }
      }
      return components;
    }

    private void visit(N root) {
      var path = new ArrayDeque<Visit<N>>();
      path.push(enter(root));
      while (!path.isEmpty()) {
        var visit = path.getFirst();
        if (visit.remaining().hasNext()) {
          var next = visit.remaining().next();
          if (!index.containsKey(next)) {
            path.push(enter(next));
          } else if (isOpen.contains(next)) {
            low.merge(visit.node(), index.getOrDefault(next, 0), Math::min);
          }
        } else {
          path.pop();
          leave(visit.node());
          if (!path.isEmpty()) {
            low.merge(path.getFirst().node(), low.getOrDefault(visit.node(), 0), Math::min);
          }
        }
      }
    }

    private Visit<N> enter(N node) {
      index.put(node, index.size());
      low.put(node, index.size() - 1);
      open.push(node);
      isOpen.add(node);
      return new Visit<>(node, edges.getOrDefault(node, Set.of()).iterator());
    }

    private void leave(N node) {
      if (!index.getOrDefault(node, 0).equals(low.get(node))) {
        return;
      }
      var component = new ArrayList<N>();
      N member;
      do {
        member = open.pop();
        isOpen.remove(member);
        component.add(member);
        components.put(member, component);
      } while (!member.equals(node));
    }

    private record Visit<N>(N node, java.util.Iterator<N> remaining) {}
  }
}
