package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardTest {

  @Test
  void allShardsTogetherTakeEveryTargetOnce() {
    var random = new Random(7);
    for (var round = 0; round < 200; round++) {
      var count = 1 + random.nextInt(20);
      var names = names(random);
      var taken = new ArrayList<String>();
      for (var number = 1; number <= count; number++) {
        var shard = new Shard(number, count);
        names.stream().filter(shard::holds).forEach(taken::add);
      }
      assertThat(taken).containsExactlyInAnyOrderElementsOf(names);
    }
  }

  private static List<String> names(Random random) {
    return IntStream.range(0, random.nextInt(100))
        .mapToObj(number -> "tenant_" + number + "_" + random.nextInt())
        .toList();
  }

  @Test
  void aTargetStaysInItsShardWhateverElseThereIs() {
    assertThat(new Shard(2, 8).holds("tenant_1")).isFalse();
    assertThat(IntStream.rangeClosed(1, 8).filter(n -> new Shard(n, 8).holds("tenant_1")).toArray())
        .containsExactly(4);
  }

  @Test
  void sharesTheWorkAboutEvenly() {
    var shard = new Shard(3, 8);
    var taken = IntStream.range(0, 8000).filter(n -> shard.holds("tenant_" + n)).count();
    assertThat(taken).isBetween(900L, 1100L);
  }

  @Test
  void isReadAsNumberOfCount() {
    assertThat(Shard.parse("2/8")).contains(new Shard(2, 8));
    assertThat(Shard.parse(" 8/8 ")).contains(new Shard(8, 8));
    for (var text : List.of("0/8", "9/8", "2", "/", "2/0", "-1/8", "1/99999")) {
      assertThat(Shard.parse(text)).as(text).isEmpty();
    }
  }
}
