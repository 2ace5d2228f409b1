package dev.tidegate.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The texts of a plan share a room; a statement that has none left is known by how it begins. */
class PlannedFilesTest {
  private final PlannedFiles files = new PlannedFiles();

  private static PlannedFiles.Read read(String sql, int line) {
    return new PlannedFiles.Read(sql, line);
  }

  @Test
  void statementIsWholeHoweverLongItIs() {
    var sql = "INSERT INTO t VALUES ('" + "x".repeat(7_000_000) + "')";
    files.add("V1__a.sql", List.of(read(sql, 3)));
    var said = files.all().get(0).statements().get(0);
    assertThat(said.sql()).isEqualTo(sql);
    assertThat(said.cut()).isFalse();
    assertThat(said.line()).isEqualTo(3);
  }

  @Test
  void whatHasNoRoomIsCutAndWhatStillHasRoomIsNot() {
    var long1 = "a".repeat(5_000_000);
    var long2 = "b".repeat(5_000_000);
    files.add("V1__a.sql", List.of(read(long1, 1), read(long2, 2)));
    files.add("V2__b.sql", List.of(read("SELECT 1", 1)));
    var first = files.all().get(0).statements();
    assertThat(first.get(0).cut()).isFalse();
    assertThat(first.get(1).cut()).isTrue();
    assertThat(first.get(1).sql()).isEqualTo("b".repeat(120));
    assertThat(first.get(1).hash()).isEqualTo(PlanHash.ofText(long2));
    assertThat(files.all().get(1).statements().get(0).cut()).isFalse();
  }

  @Test
  void cutLeavesNoHalfLetter() {
    var sql = "x".repeat(119) + "😀".repeat(4_000_001);
    files.add("V1__a.sql", List.of(read(sql, 1)));
    assertThat(files.all().get(0).statements().get(0).sql()).isEqualTo("x".repeat(119));
  }

  @Test
  void lineEndsOfACheckoutDoNotCount() {
    files.add("V1__a.sql", List.of(read("SELECT\r\n1", 1), read("SELECT\n1", 3)));
    var statements = files.all().get(0).statements();
    assertThat(statements.get(0).hash()).isEqualTo(statements.get(1).hash());
    assertThat(statements.get(0).sql()).isEqualTo("SELECT\n1");
  }
}
