package dev.tidegate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {
  private final Parameters parameters = new Parameters("deploy");

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    parameters.oneOf("format", "yaml", List.of("text", "json"));
    parameters.duration("lockTimeout", "soon");
    parameters.number("lockRetries", -1, 0, 1000);
    assertThatThrownBy(parameters::refuseIfBad)
        .hasMessageContainingAll(
            "TG-1003 3 parameters of goal deploy not understood",
            "format=yaml is not one of text, json",
            "lockTimeout=soon is not a time such as 500ms, 5s, 2min, 1h or none",
            "lockRetries=-1 is not between 0 and 1000");
  }

  @Test
  void readsTimesInTheirUnits() {
    assertThat(parameters.duration("x", "250ms")).contains(Duration.ofMillis(250));
    assertThat(parameters.duration("x", "5")).contains(Duration.ofSeconds(5));
    assertThat(parameters.duration("x", "2min")).contains(Duration.ofMinutes(2));
    assertThat(parameters.duration("x", "none")).isEmpty();
  }
}
