package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;

import dev.tidegate.diff.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The OPTIONS of foreign data wrappers, servers, user mappings, foreign tables and their columns.
 */
final class ForeignOptions {
  /** Before each: {@code option host} is {@code db.example}. */
  static final String OPTION = "option ";

  private ForeignOptions() {}

  /** {@code OPTIONS (host 'db.example')}; empty text where there is none. */
  static String clause(Map<String, String> attributes) {
    var options = of(attributes);
    return options.isEmpty()
        ? ""
        : options.entrySet().stream()
            .map(option -> quote(option.getKey()) + " " + literal(option.getValue()))
            .collect(Collectors.joining(", ", "OPTIONS (", ")"));
  }

  /** {@code OPTIONS (ADD …, SET …, DROP …)}, when they differ. */
  static Optional<String> changes(Pair<? extends Map<String, String>> attributes) {
    var from = of(attributes.from());
    var to = of(attributes.to());
    var changes = new ArrayList<String>();
    from.keySet().stream()
        .filter(name -> !to.containsKey(name))
        .forEach(name -> changes.add("DROP " + quote(name)));
    to.forEach(
        (name, value) -> {
          var before = from.get(name);
          if (!value.equals(before)) {
            changes.add((before == null ? "ADD " : "SET ") + quote(name) + " " + literal(value));
          }
        });
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of("OPTIONS (" + String.join(", ", changes) + ")");
  }

  /** The options alone, by their own names. */
  static SortedMap<String, String> of(Map<String, String> attributes) {
    var options = new TreeMap<String, String>();
    attributes.forEach(
        (name, value) -> {
          if (name.startsWith(OPTION)) {
            options.put(name.substring(OPTION.length()), value);
          }
        });
    return options;
  }

  /** Adds options as the catalogue keeps them: {@code host=db.example}. */
  static OptionSet add(OptionSet attributes, List<String> settings) {
    for (var setting : settings) {
      var equals = setting.indexOf('=');
      attributes.value(
          OPTION + setting.substring(0, equals), Optional.of(setting.substring(equals + 1)));
    }
    return attributes;
  }

  private static String literal(String text) {
    return PostgresIdentifiers.literal(text);
  }
}
