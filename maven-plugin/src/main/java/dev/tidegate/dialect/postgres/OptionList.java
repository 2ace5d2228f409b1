package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;

import dev.tidegate.diff.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Storage parameters and other lists of {@code name = value}. */
final class OptionList {
  private OptionList() {}

  /** {@code WITH (fillfactor = 70)}; empty text where no parameter is set. */
  static String with(Map<String, String> options) {
    var parameters = PostgresOptions.parameters(options);
    return parameters.isEmpty() ? "" : "WITH " + list(parameters);
  }

  /** What has to follow {@code ALTER … name} so that the parameters become those of {@code to}. */
  static List<String> changes(Pair<? extends Map<String, String>> options) {
    var from = PostgresOptions.parameters(options.from());
    var to = PostgresOptions.parameters(options.to());
    var gone = from.keySet().stream().filter(name -> !to.containsKey(name)).toList();
    var set = PostgresOptions.parameters(options.to());
    set.entrySet().removeIf(entry -> entry.getValue().equals(from.get(entry.getKey())));
    var changes = new ArrayList<String>();
    if (!gone.isEmpty()) {
      changes.add(
          gone.stream().map(OptionList::name).collect(Collectors.joining(", ", "RESET (", ")")));
    }
    if (!set.isEmpty()) {
      changes.add("SET " + list(set));
    }
    return changes;
  }

  private static String list(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> name(entry.getKey()) + " = " + value(entry.getValue()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** A parameter's name; that of a TOAST table has a prefix of its own. */
  private static String name(String name) {
    return name.startsWith("toast.") ? "toast." + quote(name.substring(6)) : quote(name);
  }

  /** A plain word or number as it is, everything else as a literal. */
  private static String value(String value) {
    return value.matches("-?[0-9]+(\\.[0-9]+)?|true|false|on|off")
        ? value
        : "'" + value.replace("'", "''") + "'";
  }
}
