package dev.tidegate.action;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version as the build wrote it beside this class. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    try (var stream = requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
      var properties = new Properties();
      properties.load(stream);
      return new String[] {"tidegate-action " + properties.getProperty("version")};
    }
  }
}
