package dev.tidegate.action.process;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** {@code action.yml} at the root, read as the runner reads it. */
public record Manifest(Map<String, Object> yaml) {

  static Manifest read() {
    try {
      return new Manifest(new Yaml().load(Files.readString(root().resolve("action.yml"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The project's root; tests run in the module's folder. */
  static Path root() {
    return requireNonNull(Path.of("").toAbsolutePath().getParent());
  }

  @SuppressWarnings("unchecked")
  Map<String, Map<String, Object>> section(String name) {
    return (Map<String, Map<String, Object>>) requireNonNullElse(yaml.get(name), Map.of());
  }

  /** Each input with its default, in the form of an environment: an unset one is an empty text. */
  Map<String, String> environment(Map<String, String> given, String token) {
    var inputs = section("inputs");
    var environment = new LinkedHashMap<String, String>();
    given.keySet().stream()
        .filter(name -> !inputs.containsKey(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException("action.yml has no input " + name);
            });
    inputs.forEach(
        (name, input) -> {
          var otherwise = String.valueOf(requireNonNullElse(input.get("default"), ""));
          var value = given.getOrDefault(name, otherwise.replace("${{ github.token }}", token));
          environment.put("INPUT_" + name.replace(' ', '_').toUpperCase(Locale.ROOT), value);
        });
    return environment;
  }
}
