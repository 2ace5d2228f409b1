package dev.tidegate.action.github;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Unpacks a zip file in memory. Nothing is written to disk, so that a name like {@code ../x} is
 * just a name; what is counted are the bytes that come out, not those the file promises.
 */
final class ArtifactFiles {
  private ArtifactFiles() {}

  static SortedMap<String, byte[]> read(byte[] zip, ArtifactBounds bounds) throws IOException {
    var files = new TreeMap<String, byte[]>();
    int left = bounds.content();
    try (var stream = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      ZipEntry entry;
      while ((entry = stream.getNextEntry()) != null) {
        var content = stream.readNBytes(left + 1);
        if (content.length > left) {
          throw new TooLargeException(bounds.content());
        }
        left -= content.length;
        if (!entry.isDirectory() && files.put(entry.getName(), content) != null) {
          throw new ZipException("the same file twice");
        }
        if (files.size() > bounds.entries()) {
          throw new ZipException("more than " + bounds.entries() + " files");
        }
      }
    } catch (IllegalArgumentException e) {
      // a name that is not UTF-8
      throw new ZipException("a file name that cannot be read");
    }
    if (files.isEmpty()) {
      throw new ZipException("no file in it");
    }
    return Collections.unmodifiableSortedMap(files);
  }
}
