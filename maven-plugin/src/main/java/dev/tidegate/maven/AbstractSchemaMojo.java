package dev.tidegate.maven;

import dev.tidegate.command.Workspace;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the goals share that build states: the migrations folder and the scratch databases. */
abstract class AbstractSchemaMojo extends AbstractTidegateMojo {

  /**
   * Directory with the migration files, for example {@code db/migrations}. Default: Flyway's own,
   * {@code src/main/resources/db/migration}.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "tidegate.migrations",
      defaultValue = "${basedir}/src/main/resources/db/migration")
  private @Nullable File migrations;

  /**
   * Where states are built to be compared: {@code embedded}, {@code docker}, {@code docker:IMAGE},
   * or the URL of a server on which databases may be created and dropped. Default: {@code
   * embedded}, a server that Tidegate brings itself.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.scratch", defaultValue = "embedded")
  private String scratch = "embedded";

  /**
   * Major version of PostgreSQL for scratch databases, for example {@code 16}. Default: that of the
   * server behind {@code url}, else 17.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.scratchVersion")
  private @Nullable Integer scratchVersion;

  /**
   * How far the SQL that builds states is trusted, {@code trusted} or {@code restricted}. Default:
   * {@code trusted}, as superuser of the scratch server. Restricted SQL runs as a plain role,
   * without programs or server files.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.scratchTrust", defaultValue = "trusted")
  private String scratchTrust = "trusted";

  private final RepositorySystem repositories;

  AbstractSchemaMojo(String goal, SettingsDecrypter decrypter, RepositorySystem repositories) {
    super(goal, decrypter);
    this.repositories = repositories;
  }

  /** What the command has around it; {@code schema} is the declared one, where the goal has it. */
  final Workspace workspace(Parameters parameters, String schema) {
    return new Workspace(
        folder(),
        migrationsFolder(),
        schema,
        schemas(),
        exclude(),
        scratchChoice(parameters),
        console());
  }

  /** Where the migrations lie, as the pom or the command line has it. */
  final Path migrationsFolder() {
    return migrations == null
        ? folder().resolve("src/main/resources/db/migration")
        : migrations.toPath();
  }

  private Workspace.ScratchChoice scratchChoice(Parameters parameters) {
    var trust =
        parameters.oneOf("scratchTrust", scratchTrust, java.util.List.of("trusted", "restricted"));
    if (scratchVersion != null) {
      parameters.number("scratchVersion", scratchVersion, 14, 18);
    }
    maskIfUrl(scratch.strip());
    return new Workspace.ScratchChoice(
        scratch.strip(),
        Optional.ofNullable(scratchVersion),
        trust.equals("restricted"),
        new MavenArtifacts(repositories, session()));
  }
}
