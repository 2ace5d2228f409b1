package dev.tidegate.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where backups lie: each a file that only its owner can read, and beside it {@code FILE.json},
 * which says what it holds. A {@code .gitignore} keeps all of them out of commits.
 *
 * @param path made when the first backup is
 */
public record BackupFolder(Path path) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);
  private static final String UNFINISHED = ".part";
  private static final String MANIFEST = ".json";

  /** A file that is written under another name until it is whole and was checked. */
  record Draft(Path part, Path file) {}

  /**
   * What the folder tells of backups.
   *
   * @param backups that are still there, the latest first
   * @param faults what of the folder cannot be read, a line each
   */
  public record Known(List<Backup> backups, List<String> faults) {
    public Known {
      backups = List.copyOf(backups);
      faults = List.copyOf(faults);
    }
  }

  /**
   * The backups of this database. What cannot be read hides no other.
   *
   * @param schema that its URL names: those of the same database's other schemas are others'
   */
  public Known of(String database, Optional<String> schema) {
    var found = new ArrayList<Backup>();
    var faults = new ArrayList<String>();
    if (!Files.isDirectory(path)) {
      return new Known(found, faults);
    }
    try (var files = Files.newDirectoryStream(path, "*" + MANIFEST)) {
      for (var file : files) {
        try {
          var backup = read(file);
          var ours = backup.schema().or(() -> schema).equals(schema.or(backup::schema));
          if (ours && backup.database().equals(database) && Files.exists(Path.of(backup.file()))) {
            found.add(backup);
          }
        } catch (IOException | RuntimeException e) { // Gson's, and those of dates and numbers
          faults.add("%s does not describe a backup: %s".formatted(file, e.getMessage()));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      faults.add("backups in %s cannot be listed: %s".formatted(path, e.getMessage()));
    }
    found.sort(Comparator.comparing(Backup::on).reversed().thenComparing(Backup::file));
    faults.sort(Comparator.naturalOrder());
    return new Known(found, faults);
  }

  private static Backup read(Path manifest) throws IOException {
    var backup = BackupJson.read(Files.readString(manifest));
    // the folder may have been moved since
    var name = String.valueOf(manifest.getFileName());
    var file = manifest.resolveSibling(name.substring(0, name.length() - MANIFEST.length()));
    return BackupJson.lyingAt(backup, file.toAbsolutePath());
  }

  /**
   * Opens a new file for the owner alone.
   *
   * @param name of the database; what a file name cannot have is replaced
   * @param extension with its dot
   */
  Draft draft(String name, Instant on, String extension) throws IOException {
    Files.createDirectories(path, ownersOnly("rwx------"));
    var ignore = path.resolve(".gitignore");
    if (!Files.exists(ignore)) {
      Files.writeString(ignore, "*\n");
    }
    var plain = name.replaceAll("[^A-Za-z0-9_.-]", "_");
    var folder = path.toAbsolutePath().normalize();
    // schemas of one database are backed up side by side, perhaps in the same millisecond
    for (var at = on; ; at = at.plusMillis(1)) {
      var whole = folder.resolve(plain + "-" + TIME.format(at) + extension);
      var part = whole.resolveSibling(whole.getFileName() + UNFINISHED);
      if (!Files.exists(whole) && created(part)) {
        return new Draft(part, whole);
      }
    }
  }

  private boolean created(Path file) throws IOException {
    try {
      Files.createFile(file, ownersOnly("rw-------"));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /** Gives the file its name, durably: from here on it is a backup. */
  void seal(Draft draft) throws IOException {
    sync(draft.part());
    if (Files.exists(draft.file())) {
      throw new IOException(draft.file() + " is there already");
    }
    Files.move(draft.part(), draft.file(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Writes down what the file holds, durably. */
  void remember(Backup backup) throws IOException {
    var manifest = Path.of(backup.file() + MANIFEST);
    var part = Path.of(manifest + UNFINISHED);
    Files.createFile(part, ownersOnly("rw-------"));
    Files.writeString(part, BackupJson.write(backup));
    sync(part);
    // a run that is killed meanwhile leaves no half of it under a name that is looked for
    Files.move(part, manifest, StandardCopyOption.ATOMIC_MOVE);
    if (!System.getProperty("os.name", "").startsWith("Windows")) {
      sync(path);
    }
  }

  /** Forces what was written to the disk; a folder, so that names in it survive too. */
  private static void sync(Path it) throws IOException {
    var option = Files.isDirectory(it) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (var channel = FileChannel.open(it, option)) {
      channel.force(true);
    }
  }

  /** Where the file system knows permissions; on others the folder's own hold. */
  private FileAttribute<?>[] ownersOnly(String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
