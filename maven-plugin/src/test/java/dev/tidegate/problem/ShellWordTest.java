package dev.tidegate.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordTest {
  @Test
  void leavesWhatAShellLeaves() {
    assertThat(ShellWord.of("drop-column:public.users.legacy,drop-table:t"))
        .isEqualTo("drop-column:public.users.legacy,drop-table:t");
  }

  @Test
  void quotesWhatAShellWouldRunOrTakeApart() {
    assertThat(ShellWord.of("a b")).isEqualTo("'a b'");
    assertThat(ShellWord.of("$(id)`id`")).isEqualTo("'$(id)`id`'");
    assertThat(ShellWord.of("it's")).isEqualTo("'it'\\''s'");
    assertThat(ShellWord.of("jdbc:sqlite:x?schema=a")).isEqualTo("'jdbc:sqlite:x?schema=a'");
    assertThat(ShellWord.of("")).isEqualTo("''");
  }
}
