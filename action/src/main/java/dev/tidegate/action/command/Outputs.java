package dev.tidegate.action.command;

import dev.tidegate.action.runner.StepFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The step's outputs; each is written once, at the end, so that the last word on it counts. */
public final class Outputs {
  private final Map<OutputName, String> values = new EnumMap<>(OutputName.class);

  /** Sets an output, in place of what it was. */
  public void set(OutputName name, String value) {
    values.put(name, value);
  }

  /** Sets an output to a number. */
  public void set(OutputName name, long value) {
    set(name, String.valueOf(value));
  }

  /** What an output is so far. */
  public Optional<String> get(OutputName name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Writes all of them. */
  public void writeTo(StepFile file) {
    values.forEach(
        (name, value) -> {
          try {
            file.put(name.word(), value);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
