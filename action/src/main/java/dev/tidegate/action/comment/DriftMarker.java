package dev.tidegate.action.comment;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first line of the issue on drift, and of our comments on it.
 *
 * @param key which of a repository's databases it is about
 * @param found fingerprint of what was found; empty when all is well
 * @param run the run that wrote it
 */
record DriftMarker(String key, String found, String run) {
  private static final Pattern FORM =
      Pattern.compile(
          "<!-- tidegate-drift v=1 key=([^\\s<>]*) found=([a-z0-9:]*) run=([^\\s<>]*) -->");

  /** Both in the form in which they stand in a marker, where a key can be its own hash. */
  static DriftMarker of(String key, String found, String run) {
    return new DriftMarker(Marker.encode(key), found, Marker.encode(run));
  }

  static Optional<DriftMarker> parse(String body) {
    // GitHub's editor turns line ends into those of Windows
    var matcher = FORM.matcher(body.lines().findFirst().orElse("").strip());
    return matcher.matches()
        ? Optional.of(new DriftMarker(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  String text() {
    return "<!-- tidegate-drift v=1 key=" + key + " found=" + found + " run=" + run + " -->";
  }

  boolean hasKey(String other) {
    return key.equals(Marker.encode(other));
  }
}
