package dev.tidegate.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Prisma's migrations: {@code prisma/migrations/20260301093000_add_users/migration.sql}, applied in
 * the order of the names of their folders.
 *
 * @param path the folder that holds them
 * @param entries in Prisma's order
 */
public record PrismaFolder(Path path, List<Entry> entries) {
  private static final Pattern NAME = Pattern.compile("([0-9]+)_?(.*)");
  private static final Pattern FOREIGN_KEYS =
      Pattern.compile("(?i)\\bpragma\\s+(\"?foreign_keys\"?)");
  private static final String SCRIPT = "migration.sql";

  public PrismaFolder {
    entries = List.copyOf(entries);
  }

  /**
   * One migration.
   *
   * @param name of its folder, as Prisma's history has it
   * @param file its SQL
   * @param version that it has for Flyway: the number that the name starts with, or its place where
   *     the names have no numbers that rise
   * @param flywayName of the file that is the same for Flyway
   */
  public record Entry(String name, Path file, Version version, String flywayName) {

    /** The file's bytes, one character each, so that no encoding changes them. */
    public String content() {
      try {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
      } catch (IOException e) {
        throw MigrationProblems.unreadable(file, String.valueOf(e.getMessage())).exception(e);
      }
    }
  }

  /** The folder, if it is there and holds a migration of Prisma's. */
  public static Optional<PrismaFolder> at(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (var paths = Files.list(folder)) {
      var names =
          paths
              .filter(path -> Files.isRegularFile(path.resolve(SCRIPT)))
              .map(path -> path.getFileName().toString())
              .sorted()
              .toList();
      return names.isEmpty()
          ? Optional.empty()
          : Optional.of(new PrismaFolder(folder, entries(folder, names)));
    } catch (IOException e) {
      throw MigrationProblems.unreadable(folder, String.valueOf(e.getMessage())).exception(e);
    }
  }

  private static List<Entry> entries(Path folder, List<String> names) {
    var versions = versions(names);
    var entries = new ArrayList<Entry>();
    for (var i = 0; i < names.size(); i++) {
      var words = NAME.matcher(names.get(i));
      var text = words.matches() ? words.group(2) : names.get(i);
      var file = MigrationName.file(versions.get(i), text.isBlank() ? "migration" : text);
      entries.add(
          new Entry(
              names.get(i), folder.resolve(names.get(i)).resolve(SCRIPT), versions.get(i), file));
    }
    return entries;
  }

  /** Prisma sorts names as texts and Flyway versions as numbers: they have to agree. */
  private static List<Version> versions(List<String> names) {
    var own = new ArrayList<Version>();
    for (var name : names) {
      var words = NAME.matcher(name);
      if (words.matches()) {
        own.add(Version.parse(words.group(1)));
      }
    }
    var rising =
        own.size() == names.size()
            && own.equals(own.stream().sorted().toList())
            && new HashSet<>(own).size() == own.size();
    return rising ? own : MigrationName.following(Version.parse("0001"), names.size());
  }

  /**
   * What Flyway has to be told: it replaces placeholders and Prisma does not; and it refuses a file
   * that sets the pragma, which is a no-op in a transaction and is switched off before it here.
   */
  private static String settings(String content) {
    return (content.contains("${") ? "placeholderReplacement=false\n" : "")
        + (FOREIGN_KEYS.matcher(content).find() ? "executeInTransaction=true\n" : "");
  }

  /** The migration of this name. */
  public Optional<Entry> entry(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /**
   * Writes every migration as Flyway's file, byte for byte, into a folder that has none.
   *
   * @return the names of the files
   */
  public List<String> writeTo(Path folder) {
    var written = new ArrayList<String>();
    for (var entry : entries) {
      var file = folder.resolve(entry.flywayName());
      try {
        Files.createDirectories(folder);
        Files.copy(entry.file(), file);
        written.add(entry.flywayName());
        var settings = settings(entry.content());
        if (!settings.isEmpty()) {
          Files.writeString(folder.resolve(entry.flywayName() + ".conf"), settings);
          written.add(entry.flywayName() + ".conf");
        }
      } catch (IOException e) {
        throw MigrationProblems.unwritable(file, String.valueOf(e.getMessage())).exception(e);
      }
    }
    return written;
  }
}
