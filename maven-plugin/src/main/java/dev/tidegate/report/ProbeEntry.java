package dev.tidegate.report;

import dev.tidegate.guard.Probed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the live database answered before a deploy touched it.
 *
 * @param script the migration whose hazard was asked about
 * @param type of the hazard, {@code may-fail-on-data}
 * @param object of the hazard, with dots
 * @param value how many; absent where it is not known
 * @param precision {@code exact}, {@code estimated} or {@code unknown}
 * @param text the answer in words: {@code 3 NULLs in public.users.bio}
 * @param why it is not exact, or stops nothing although it is
 * @param stops whether the migration is certain to fail, so that the deploy did not start
 * @param keys of up to five of the rows that make it fail
 */
public record ProbeEntry(
    String script,
    String type,
    String object,
    Optional<Long> value,
    String precision,
    String text,
    Optional<String> why,
    boolean stops,
    List<String> keys) {
  public ProbeEntry {
    keys = List.copyOf(keys);
  }

  /** An answer. */
  public static ProbeEntry of(Probed probed) {
    return new ProbeEntry(
        probed.script(),
        probed.hazard().type().word(),
        probed.hazard().object().display(),
        probed.value(),
        probed.precision().word(),
        probed.text(),
        probed.why(),
        probed.stops(),
        probed.keys());
  }

  /** The answer in one line. */
  String line() {
    var reason = why.map(it -> " (" + it + ")").orElse("");
    var rows =
        keys.isEmpty() ? "" : keys.stream().collect(Collectors.joining(", ", ", keys: ", ""));
    return text + rows + reason;
  }
}
