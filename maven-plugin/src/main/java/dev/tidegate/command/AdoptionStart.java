package dev.tidegate.command;

import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.PrismaFolder;
import dev.tidegate.migration.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a database is adopted from.
 *
 * @param from where the version is known from, as the report says it
 * @param folder the migrations, in Flyway's form
 * @param version that the database is at; empty where it has to be found by comparing
 * @param migrations how many another tool has applied
 * @param last the last of them, as that tool names it
 * @param made the migrations that are still to be written; empty where all are there
 * @param notes what a reader should know
 */
record AdoptionStart(
    String from,
    MigrationFolder folder,
    Optional<Version> version,
    int migrations,
    Optional<String> last,
    Optional<Made> made,
    List<String> notes)
    implements AutoCloseable {

  AdoptionStart {
    notes = List.copyOf(notes);
  }

  /** Prisma's files as Flyway's, in a folder that goes away with the run. */
  record Made(PrismaFolder prisma, List<String> files, TemporaryFolder there) {}

  /** A version that somebody states. */
  static AdoptionStart at(MigrationFolder folder, Version version) {
    return new AdoptionStart(
        "parameter",
        folder,
        Optional.of(version),
        0,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The files that are still to be written. */
  List<String> files() {
    return made.map(Made::files).orElse(List.of());
  }

  /** Writes them. */
  void write(Path migrations) {
    made.ifPresent(it -> it.prisma().writeTo(migrations));
  }

  @Override
  public void close() {
    made.ifPresent(it -> it.there().close());
  }
}
