package dev.tidegate.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are quoted where the server would quote them. */
class PostgresIdentifiersTest {

  @ParameterizedTest
  @ValueSource(strings = {"users", "_a1", "name", "value", "key", "type"})
  void leavesPlainNamesAlone(String name) {
    assertThat(PostgresIdentifiers.quote(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Users", "order", "user", "left", "values", "a b", "1st", "naïve", "a.b"})
  void quotesWhatTheServerWouldReadOtherwise(String name) {
    assertThat(PostgresIdentifiers.quote(name)).isEqualTo('"' + name + '"');
  }

  @Test
  void doublesQuotesInsideNames() {
    assertThat(PostgresIdentifiers.quote("a\"b")).isEqualTo("\"a\"\"b\"");
  }

  @Test
  void endsTheNameOfARoutineInItsArguments() {
    var id = ObjectId.of(ObjectKind.FUNCTION, "public", "Area", "(integer, text)");

    assertThat(PostgresIdentifiers.signature(id)).isEqualTo("public.\"Area\"(integer, text)");
  }

  @Test
  void doublesQuotesInsideLiterals() {
    assertThat(PostgresIdentifiers.literal("it's")).isEqualTo("'it''s'");
  }
}
