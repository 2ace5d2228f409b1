package dev.tidegate.dialect.postgres;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers the options of one object, under the names of {@link PostgresOptions}. */
final class OptionSet {
  private final SortedMap<String, String> options = new TreeMap<>();

  /** Sets a flag when it holds. */
  OptionSet flag(String name, boolean holds) {
    if (holds) {
      options.put(name, PostgresOptions.ON);
    }
    return this;
  }

  /** Sets an option when it has a value. */
  OptionSet value(String name, Optional<String> value) {
    value.ifPresent(text -> options.put(name, text));
    return this;
  }

  /** Sets each option to the column of the same name, where that is not null. */
  OptionSet columns(Row row, String... names) throws SQLException {
    for (var name : names) {
      value(name, row.optional(name));
    }
    return this;
  }

  /** Sets parameters as the catalogue keeps them: {@code fillfactor=70}. */
  OptionSet parameters(Collection<String> settings) {
    for (var setting : settings) {
      var equals = setting.indexOf('=');
      var name = equals < 0 ? setting : setting.substring(0, equals);
      options.put(PostgresOptions.PARAMETER + name, setting.substring(equals + 1));
    }
    return this;
  }

  /** All that was set. */
  SortedMap<String, String> all() {
    return options;
  }
}
