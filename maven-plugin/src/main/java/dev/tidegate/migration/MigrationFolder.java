package dev.tidegate.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.flywaydb.core.internal.resource.ResourceName;
import org.flywaydb.core.internal.resource.ResourceNameParser;

/**
 * The files of a migrations folder and of those in it, named as Flyway names them.
 *
 * @param path the folder
 * @param files the migrations: versions in order, then repeatable ones by description
 * @param companions what runs or is read beside them: script configurations {@code V7__x.sql.conf}
 *     and callbacks such as {@code afterMigrate.sql}
 * @param ignored {@code .sql} files that neither Flyway nor Tidegate would run, such as {@code
 *     seed.sql}
 */
public record MigrationFolder(
    Path path, List<MigrationFile> files, List<Path> companions, List<Path> ignored) {

  public MigrationFolder {
    files = List.copyOf(files);
    companions = List.copyOf(companions);
    ignored = List.copyOf(ignored);
  }

  /**
   * Reads a folder.
   *
   * @throws dev.tidegate.problem.TidegateException TG-1008 if it is not there, TG-2001 if names are
   *     invalid, TG-2002 if two files have one version
   */
  public static MigrationFolder read(Path folder) {
    if (!Files.exists(folder)) {
      throw MigrationProblems.folderMissing(folder).exception();
    }
    return readOrEmpty(folder);
  }

  /** Reads a folder; one that is not there holds no migration. */
  public static MigrationFolder readOrEmpty(Path folder) {
    if (!Files.exists(folder)) {
      return new MigrationFolder(folder, List.of(), List.of(), List.of());
    }
    if (!Files.isDirectory(folder)) {
      throw MigrationProblems.notAFolder(folder).exception();
    }
    var listing = new Listing(folder);
    try (var paths = Files.walk(folder)) {
      paths.filter(Files::isRegularFile).sorted().forEach(listing::take);
    } catch (IOException | UncheckedIOException e) {
      throw MigrationProblems.unreadable(folder, String.valueOf(e.getMessage())).exception(e);
    }
    return listing.folder();
  }

  /** The names of the migrations, as the history has them. */
  public List<String> scripts() {
    return files.stream().map(MigrationFile::script).toList();
  }

  /** The versions of the versioned and baseline migrations, in order, each once. */
  public List<Version> versions() {
    return files.stream().flatMap(file -> file.version().stream()).distinct().sorted().toList();
  }

  /** The highest version. */
  public Optional<Version> lastVersion() {
    return files.stream().flatMap(file -> file.version().stream()).max(Comparator.naturalOrder());
  }

  /**
   * The version that a word such as that of {@code migrations@7} means.
   *
   * @throws dev.tidegate.problem.TidegateException TG-2003 if no file has it
   */
  public Version version(String text) {
    if (!Version.isOne(text)) {
      throw MigrationProblems.versionUnreadable(text, this).exception();
    }
    var wanted = Version.parse(text);
    return versions().stream()
        .filter(wanted::equals)
        .findFirst()
        .orElseThrow(() -> MigrationProblems.versionUnknown(wanted, this).exception());
  }

  /** This folder as if it held only these migrations; what stands beside them stays. */
  public MigrationFolder only(Predicate<MigrationFile> kept) {
    return new MigrationFolder(path, files.stream().filter(kept).toList(), companions, ignored);
  }

  /** This folder as it was at a version, with all repeatable migrations. */
  public MigrationFolder upTo(Version version) {
    return only(file -> file.version().stream().allMatch(v -> v.compareTo(version) <= 0));
  }

  /** A hash over the names and bytes of everything that {@code migrate} would read. */
  public String contentHash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var file : files) {
        add(digest, file.path());
      }
      for (var companion : companions) {
        add(digest, companion);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(MessageDigest digest, Path file) {
    try {
      var bytes = Files.readAllBytes(file);
      var head = script(path, file) + "\n" + bytes.length + "\n";
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    } catch (IOException e) {
      throw MigrationProblems.unreadable(file, String.valueOf(e.getMessage())).exception(e);
    }
  }

  /** The path of one of its files within it, as Flyway writes it into the history. */
  public String script(Path file) {
    return script(path, file);
  }

  /** A file's path within the folder, as Flyway writes it into the history on every platform. */
  static String script(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** Sorts the paths of one folder by what they are. */
  private static final class Listing {
    private final Path folder;
    private final ResourceNameParser parser =
        new ResourceNameParser(FlywayConfiguration.withDefaults());
    private final List<MigrationFile> files = new ArrayList<>();
    private final List<Path> companions = new ArrayList<>();
    private final List<Path> ignored = new ArrayList<>();
    private final List<String> invalid = new ArrayList<>();

    Listing(Path folder) {
      this.folder = folder;
    }

    void take(Path path) {
      var file = path.getFileName().toString();
      if (file.endsWith(".sql.conf")) {
        companions.add(path);
      } else if (file.endsWith(".sql")) {
        takeSql(path, parser.parse(file));
      }
    }

    private void takeSql(Path path, ResourceName name) {
      var file = path.getFileName().toString();
      var kind =
          name.isValid()
              ? MigrationName.kind(name.getPrefix())
              : Optional.<MigrationFile.Kind>empty();
      if (kind.isPresent()) {
        var version =
            Optional.ofNullable(name.getVersion()).map(found -> Version.parse(found.getVersion()));
        files.add(
            new MigrationFile(
                path, script(folder, path), kind.get(), version, name.getDescription()));
      } else if (name.isValid()) {
        companions.add(path);
      } else if (MigrationName.isMeantAsOne(file)) {
        invalid.add(script(folder, path) + ": " + MigrationName.whyNot(file));
      } else {
        ignored.add(path);
      }
    }

    MigrationFolder folder() {
      if (!invalid.isEmpty()) {
        throw MigrationProblems.namesInvalid(invalid).exception();
      }
      refuseTwins();
      files.sort(
          Comparator.comparing((MigrationFile file) -> file.version().isEmpty())
              .thenComparing(file -> file.version().orElse(Version.parse("0")))
              .thenComparing(MigrationFile::kind)
              .thenComparing(MigrationFile::description));
      return new MigrationFolder(folder, files, companions, ignored);
    }

    private void refuseTwins() {
      record Identity(MigrationFile.Kind kind, Optional<Version> version, String description) {}
      var byIdentity = new LinkedHashMap<Identity, List<MigrationFile>>();
      for (var file : files) {
        var words = file.version().isPresent() ? "" : file.description();
        byIdentity
            .computeIfAbsent(
                new Identity(file.kind(), file.version(), words), key -> new ArrayList<>())
            .add(file);
      }
      for (var twins : byIdentity.values()) {
        if (twins.size() > 1) {
          throw MigrationProblems.versionTwice(twins).exception();
        }
      }
    }
  }
}
