package dev.tidegate.command;

import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.MigrationName;
import dev.tidegate.migration.Version;
import dev.tidegate.render.Script;
import dev.tidegate.render.ScriptPart;
import dev.tidegate.render.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes scripts where a request wants them: as the next migrations, or to a file. The way back is
 * written beside the migrations' folder and never into it, where Flyway would find it.
 */
final class MigrationWriter {
  /**
   * Flyway reads it beside the migration. It knows CONCURRENTLY by itself, but not a DO block that
   * commits: https://documentation.red-gate.com/flyway/reference/script-configuration
   */
  private static final String OUTSIDE_TRANSACTION = "executeInTransaction=false\n";

  /** Flyway would replace them, and the script was proved as it stands. */
  private static final String PLACEHOLDER = "${";

  private static final String PLACEHOLDERS_KEPT = "placeholderReplacement=false\n";

  private final DiffRequest request;
  private final Clock clock;

  MigrationWriter(DiffRequest request, Clock clock) {
    this.request = request;
    this.clock = clock;
  }

  /**
   * One file.
   *
   * @param path empty where it was only made and not written
   * @param transactional whether its statements run in one transaction
   * @param purpose what it does; empty for a script of one part
   */
  record Written(Optional<Path> path, boolean transactional, String purpose, String text) {}

  /** What stands at the start of one file of several, numbered from 1. */
  private interface Heading {
    String of(int number, int count);

    default String on(ScriptPart part) {
      return of(part.number(), part.count()) + part.text();
    }
  }

  /** Writes the way there, headed with the states that it was proved on. */
  List<Written> write(List<Statement> statements, ProvedStates states) {
    Heading heading = states::heading;
    if (request.output().isPresent()) {
      return statements.isEmpty()
          ? beside(request.output().get(), statements, (number, count) -> "")
          : beside(request.output().get(), statements, heading);
    }
    var parts = Script.parts(statements);
    if (request.name().isEmpty()) {
      return parts.stream().map(part -> written(Optional.empty(), part, heading.on(part))).toList();
    }
    var versions = MigrationName.following(version(), parts.size());
    var files = new ArrayList<Written>();
    for (var part : parts) {
      var name = MigrationName.file(versions.get(part.number() - 1), numbered(part));
      files.add(write(request.workspace().migrations().resolve(name), part, heading.on(part)));
    }
    return files;
  }

  /**
   * Writes the way back.
   *
   * @param firstLines what it leads back from and what it cannot bring back
   * @param there the files of the way there
   */
  List<Written> writeBack(List<Statement> statements, String firstLines, List<Written> there) {
    Heading heading = (number, count) -> number == 1 ? firstLines : "";
    if (request.output().isPresent()) {
      return beside(withSuffix(request.output().get(), ".rollback"), statements, heading);
    }
    var files = new ArrayList<Written>();
    for (var part : Script.parts(statements)) {
      var text = heading.on(part);
      files.add(
          there.get(0).path().isPresent()
              ? write(undo(there.get(0).path().get(), part), part, text)
              : written(Optional.empty(), part, text));
    }
    return files;
  }

  private Path undo(Path first, ScriptPart part) {
    var file = first.getFileName().toString();
    var version = file.substring(1, file.indexOf("__"));
    return request
        .workspace()
        .migrations()
        .toAbsolutePath()
        .resolveSibling("rollback")
        .resolve(MigrationName.undoFile(Version.parse(version), numbered(part)));
  }

  private Version version() {
    var folder = MigrationFolder.readOrEmpty(request.workspace().migrations());
    return request.versioning().equals("sequence")
        ? MigrationName.nextInSequence(folder)
        : MigrationName.nextByTime(folder, clock);
  }

  private String numbered(ScriptPart part) {
    return request.name().orElse("") + number(part);
  }

  private static String number(ScriptPart part) {
    return part.count() == 1 ? "" : "_" + part.number() + "_of_" + part.count();
  }

  /** One file where that can be run in one go, else numbered ones beside it. */
  private static List<Written> beside(Path output, List<Statement> statements, Heading heading) {
    StaleParts.remove(output);
    if (Script.isTransactional(statements)) {
      var text = heading.of(1, 1) + Script.of(statements);
      put(output, text, true);
      return List.of(new Written(Optional.of(output), true, "", text));
    }
    var files = new ArrayList<Written>();
    for (var part : Script.parts(statements)) {
      var text = heading.on(part);
      files.add(write(withSuffix(output, number(part)), part, text));
    }
    return files;
  }

  private static Path withSuffix(Path file, String suffix) {
    var name = file.getFileName().toString();
    var dot = name.lastIndexOf('.');
    var stem = dot > 0 ? name.substring(0, dot) : name;
    return file.resolveSibling(stem + suffix + (dot > 0 ? name.substring(dot) : ""));
  }

  private static Written write(Path path, ScriptPart part, String text) {
    put(path, text, part.stage().transactional());
    return written(Optional.of(path), part, text);
  }

  private static Written written(Optional<Path> path, ScriptPart part, String text) {
    return new Written(path, part.stage().transactional(), part.stage().purpose(), text);
  }

  /** The file, and beside it what Flyway has to know of it. */
  private static void put(Path path, String text, boolean transactional) {
    put(path, text);
    var configuration =
        (transactional ? "" : OUTSIDE_TRANSACTION)
            + (text.contains(PLACEHOLDER) ? PLACEHOLDERS_KEPT : "");
    if (!configuration.isEmpty()) {
      put(path.resolveSibling(path.getFileName() + ".conf"), configuration);
    }
  }

  private static void put(Path path, String text) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw CommandProblems.notWritten(path, e).exception(e);
    }
  }
}
