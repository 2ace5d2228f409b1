package dev.tidegate.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTrailTest {
  private static final ObjectId TABLE = ObjectId.of(ObjectKind.TABLE, "t");
  private static final ObjectId NOTE = TABLE.member(ObjectKind.COLUMN, "note");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO n SELECT id, note FROM t",
        "INSERT INTO n (id, note) SELECT id, coalesce(note, '') AS note FROM t ORDER BY id",
        "INSERT INTO n SELECT * FROM t",
        "INSERT INTO n SELECT id, t.note FROM t"
      })
  void aTableFilledWithAllRowsIsTheSame(String filling) {
    assertThat(rebuilt(filling)).isEqualTo(before());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO n SELECT id, note FROM t ORDER BY id LIMIT 0",
        "INSERT OR IGNORE INTO n SELECT id, note FROM t",
        "REPLACE INTO n SELECT id, note FROM t",
        "INSERT INTO n SELECT DISTINCT id, note FROM t",
        "INSERT INTO n SELECT max(id), note FROM t"
      })
  void aTableThatMayHaveLostRowsIsAnother(String filling) {
    assertThat(rebuilt(filling).get(TABLE)).isNotEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NULL AS note", "NULL note", "'' AS \"note\"", "upper('x') note"})
  void anAliasCarriesNoColumn(String item) {
    var after = rebuilt("INSERT INTO n (id, note) SELECT id, " + item + " FROM t");

    assertThat(after.get(TABLE)).isEqualTo("t");
    assertThat(after.get(NOTE)).isNotEqualTo("note");
  }

  @Test
  void aTableMadeFromASelectTakesTheNamesOfItsItems() {
    var after =
        TableTrail.follow(
            before(),
            before(),
            List.of(
                "CREATE TABLE n AS SELECT id, note FROM t",
                "DROP TABLE t",
                "ALTER TABLE n RENAME TO t"));

    assertThat(after).isEqualTo(before());
  }

  private static SortedMap<ObjectId, String> rebuilt(String filling) {
    return TableTrail.follow(
        before(),
        before(),
        List.of(
            "CREATE TABLE n (id INTEGER PRIMARY KEY, note TEXT)",
            filling,
            "DROP TABLE t",
            "ALTER TABLE n RENAME TO t"));
  }

  private static SortedMap<ObjectId, String> before() {
    var before = new TreeMap<ObjectId, String>();
    before.put(TABLE, "t");
    before.put(TABLE.member(ObjectKind.COLUMN, "id"), "id");
    before.put(NOTE, "note");
    return before;
  }
}
