package dev.tidegate.command;

import dev.tidegate.report.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every goal that speaks of schemas has around it; a part of its request.
 *
 * @param folder where relative paths start
 * @param migrations the migrations folder
 * @param schema the declared schema: a path or whatever else names a state
 * @param schemas name spaces to look at; empty for all
 * @param exclude patterns of objects to leave out
 * @param privileges whether owners, grants and default privileges are compared
 * @param scratch where states are built
 * @param console where notes go while the goal runs
 */
public record Workspace(
    Path folder,
    Path migrations,
    String schema,
    List<String> schemas,
    List<String> exclude,
    boolean privileges,
    ScratchChoice scratch,
    Console console) {

  /** A workspace that does not compare privileges. */
  public Workspace(
      Path folder,
      Path migrations,
      String schema,
      List<String> schemas,
      List<String> exclude,
      ScratchChoice scratch,
      Console console) {
    this(folder, migrations, schema, schemas, exclude, false, scratch, console);
  }

  public Workspace {
    schemas = List.copyOf(schemas);
    exclude = List.copyOf(exclude);
  }

  /** The same, comparing privileges or not. */
  public Workspace comparing(boolean withPrivileges) {
    return new Workspace(
        folder, migrations, schema, schemas, exclude, withPrivileges, scratch, console);
  }

  /** The same for one of many targets, of which only its own schema is looked at. */
  Workspace of(Optional<String> ownSchema, Console ownConsole) {
    return new Workspace(
        folder,
        migrations,
        schema,
        ownSchema.map(List::of).orElse(schemas),
        exclude,
        privileges,
        scratch,
        ownConsole);
  }

  /**
   * The parameters {@code scratch}, {@code scratchVersion} and {@code scratchTrust}.
   *
   * @param kind {@code embedded}, {@code docker}, {@code docker:IMAGE} or the URL of a server
   * @param version PostgreSQL's major version; empty for that of the target, else 17
   * @param restricted whether states run without superuser, programs and server files
   * @param artifacts resolves Maven coordinates to a jar and those it needs, the jar itself first
   */
  public record ScratchChoice(
      String kind,
      Optional<Integer> version,
      boolean restricted,
      Function<String, List<Path>> artifacts) {}
}
