package dev.tidegate.action.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WithoutRowsTest {
  private static List<String> shown(String... detail) {
    var problem =
        new Problem(
            "TG-2103", "x", "it failed", List.of(detail), Optional.empty(), Optional.empty());
    return WithoutRows.of(problem).detail();
  }

  @Test
  void leavesOutWhatTheDatabaseQuotes() {
    assertThat(
            shown(
                "ERROR: duplicate key value violates unique constraint \"users_email\""
                    + " (SQLSTATE 23505)",
                "database's detail: Key (email)=(ann@example.com) already exists.",
                "database's context: COPY users, line 1: ann@example.com",
                "INSERT INTO users SELECT * FROM old"))
        .hasSize(3)
        .noneMatch(line -> line.contains("ann@example.com"))
        .anyMatch(line -> line.contains("users_email"))
        .anyMatch(line -> line.contains("log only"));
  }

  @Test
  void leavesOutAValueThatTheMessageItselfQuotes() {
    assertThat(shown("ERROR: invalid input syntax for type integer: \"a\"b@c\" (SQLSTATE 22P02)"))
        .first()
        .isEqualTo("ERROR: invalid input syntax for type integer: \"…\" (SQLSTATE 22P02)");
  }

  @Test
  void saysNothingWhereNothingIsLeftOut() {
    var line = "ERROR: column \"custmer_id\" does not exist (SQLSTATE 42703)";
    assertThat(shown(line, "database's hint: look")).containsExactly(line, "database's hint: look");
  }
}
