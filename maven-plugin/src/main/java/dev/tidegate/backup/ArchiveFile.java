package dev.tidegate.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/** An archive that is read. */
public final class ArchiveFile implements AutoCloseable {
  /** How the names of archives end. */
  public static final String EXTENSION = ".tidegate.zip";

  private final Path path;
  private final ZipFile zip;
  private final Manifest manifest;

  private ArchiveFile(Path path, ZipFile zip, Manifest manifest) {
    this.path = path;
    this.zip = zip;
    this.manifest = manifest;
  }

  /** Whether a word names an archive and no database. */
  public static boolean looksLikeOne(String word) {
    return word.strip().endsWith(EXTENSION);
  }

  /**
   * Opens it and reads what it says of itself.
   *
   * @throws dev.tidegate.problem.TidegateException TG-2402 if it is none or no whole one
   */
  public static ArchiveFile open(Path path) {
    try {
      return read(path);
    } catch (IOException | RuntimeException e) {
      throw BackupProblems.archiveUnreadable(path, String.valueOf(e.getMessage())).exception(e);
    }
  }

  private static ArchiveFile read(Path path) throws IOException {
    if (!java.nio.file.Files.exists(path)) {
      throw new IOException("there is no such file");
    }
    var zip = new ZipFile(path.toFile());
    try {
      var text = new String(entry(zip, Manifest.NAME).readAllBytes(), StandardCharsets.UTF_8);
      return new ArchiveFile(path, zip, Manifest.parse(text));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  Manifest manifest() {
    return manifest;
  }

  Path path() {
    return path;
  }

  /** The database it is of, as URLs are shown. */
  public String database() {
    return manifest.database();
  }

  /** When its snapshot was taken, in UTC. */
  public java.time.Instant on() {
    return manifest.on();
  }

  /** The rows of a table, as COPY wrote them. */
  InputStream rows(Manifest.Entry entry) throws IOException {
    return new BufferedInputStream(entry(zip, entry.file()), 1 << 16);
  }

  /** What is not as it was written, a line each; reads all of it. */
  List<String> faults() {
    var faults = new ArrayList<String>();
    for (var entry : manifest.tables()) {
      if (entry.hasFile()) {
        var table = entry.table().display();
        try (var in = new DigestInputStream(rows(entry), Digests.sha256())) {
          var rows = CopyStream.rows(in, entry.binary());
          if (rows != entry.rows()) {
            faults.add("%s has %,d rows, not %,d".formatted(table, rows, entry.rows()));
          } else if (!Digests.text(in.getMessageDigest()).equals(entry.sha256())) {
            faults.add(
                "the rows of " + table + " are not those that were written: their digest differs");
          }
        } catch (IOException e) {
          faults.add("the rows of " + table + " cannot be read: " + e.getMessage());
        }
      }
    }
    return faults;
  }

  private static InputStream entry(ZipFile zip, String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("it holds no " + name);
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
