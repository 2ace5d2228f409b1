package dev.tidegate.backup;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names as SQL writes them, always quoted. */
final class Names {
  private Names() {}

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String path(String... names) {
    return Stream.of(names).map(Names::quoted).collect(Collectors.joining("."));
  }

  static String list(Collection<String> names) {
    return names.stream().map(Names::quoted).collect(Collectors.joining(", "));
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
