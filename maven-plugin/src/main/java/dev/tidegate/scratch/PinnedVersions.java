package dev.tidegate.scratch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The exact versions of what is fetched when first needed, as the build pinned them.
 *
 * @param versions by major version of PostgreSQL, and by name for the rest
 */
record PinnedVersions(Properties versions) {
  private static final int DEFAULT_MAJOR = 17;

  static PinnedVersions load() {
    var versions = new Properties();
    try (var in = PinnedVersions.class.getResourceAsStream("postgres-versions.properties")) {
      if (in == null) {
        throw new IllegalStateException("postgres-versions.properties is not packaged");
      }
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PinnedVersions(versions);
  }

  /** The major version that a run uses. */
  int major(ScratchSettings settings) {
    return settings.majorVersion().orElse(DEFAULT_MAJOR);
  }

  /** The version of the server binaries for a major version. */
  String postgres(int major) {
    var version = versions.getProperty(Integer.toString(major));
    if (version == null) {
      throw ScratchProblems.majorVersionUnknown(major).exception();
    }
    return version;
  }

  String testcontainers() {
    return versions.getProperty("testcontainers");
  }
}
