package dev.tidegate.action;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version as the build wrote it beside this class; the plugin has the same. */
final class Version {
  private Version() {}

  static String read() {
    try (var stream = requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
      var properties = new Properties();
      properties.load(stream);
      return requireNonNull(properties.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
