package dev.tidegate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DependencyGraphTest {
  private final DependencyGraph<String> graph = new DependencyGraph<>();

  @Test
  void ordersByEdgesAndThenByName() {
    graph.add("b");
    graph.before("z", "a");
    assertThat(graph.order()).containsExactly("b", "z", "a");
  }

  @Test
  void heedsPreferencesThatCloseNoCycle() {
    graph.add("a");
    graph.preferBefore("z", "a");
    assertThat(graph.settleSoft()).isEmpty();
    assertThat(graph.order()).containsExactly("z", "a");
  }

  @Test
  void givesUpPreferencesInACycleAndSaysWhich() {
    graph.before("a", "z");
    graph.preferBefore("z", "a");
    assertThat(graph.settleSoft()).containsExactly("a");
    assertThat(graph.order()).containsExactly("a", "z");
  }

  @Test
  void namesTheNodesOfACycle() {
    graph.before("a", "b");
    graph.before("b", "c");
    graph.before("c", "b");
    graph.before("c", "d");
    assertThat(graph.cyclic()).containsExactly("b", "c");
  }

  @Test
  void ordersEveryNodeOfACycleOnce() {
    graph.before("a", "b");
    graph.before("b", "a");
    graph.before("b", "c");
    assertThat(graph.order()).containsExactly("a", "b", "c");
  }

  @Test
  void followsChainsLongerThanAThreadsStack() {
    IntStream.range(0, 100_000)
        .forEach(i -> graph.before("n%06d".formatted(i), "n%06d".formatted(i + 1)));
    assertThat(graph.cyclic()).isEmpty();
    assertThat(graph.order()).hasSize(100_001).startsWith("n000000").endsWith("n100000");
  }
}
