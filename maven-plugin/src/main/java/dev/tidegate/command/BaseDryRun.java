package dev.tidegate.command;

import dev.tidegate.guard.DatabaseIdentity;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.Product;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.report.DeployReport;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.source.State;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A dry run where there is no database to ask: a scratch database to which a folder of migrations
 * was applied stands for it. All that looks at files and history is the same as with a live one.
 */
public final class BaseDryRun {
  private final Workspace workspace;
  private final Base base;

  /** A run in this workspace, whose migrations are those that wait. */
  public BaseDryRun(Workspace workspace, Base base) {
    this.workspace = workspace;
    this.base = base;
  }

  /**
   * What stands for the database.
   *
   * @param folder the migrations that are taken as applied
   * @param dialect {@code postgresql} or {@code sqlite}; empty for {@code postgresql}
   * @param unread where a database is named all the same, which is not looked at
   */
  public record Base(Path folder, Optional<String> dialect, List<String> unread) {
    public Base {
      unread = List.copyOf(unread);
    }

    private Product product() {
      return dialect
          .map(it -> Product.valueOf(it.toUpperCase(Locale.ROOT)))
          .orElse(Product.POSTGRESQL);
    }
  }

  /**
   * Builds what stands for the database, and runs dry against it.
   *
   * @param request of a deploy to a database; its label, who asks and its backup do not count
   */
  public DeployReport run(Function<ConnectionSettings, DeployRequest> request) {
    UntrustedFiles.refuseLinks(workspace, base.folder());
    UntrustedFiles.refuseLinks(workspace, workspace.migrations());
    var files = MigrationFolder.read(base.folder()).files().size();
    var engine = new Engine(workspace, Optional.empty());
    try (var scratch = engine.scratch(base.product());
        var state = engine.read(scratch, new State.Migrations(base.folder(), Optional.empty()))) {
      var target = target(scratch, state.database().settings().forReading(), files);
      workspace.console().named("deploy", target.identity());
      var report =
          new DeployCommand(ScratchWalks.in(scratch), true)
              .run(request.apply(target.settings()).ofNobody(), target);
      return report.on(base.folder().toString());
    }
  }

  private Target target(Scratch scratch, ConnectionSettings settings, int files) {
    var place =
        "scratch database with %d migration%s of %s"
            .formatted(files, files == 1 ? "" : "s", base.folder());
    var unread = base.unread().isEmpty() ? "" : "; not read: " + String.join(", ", base.unread());
    try (var connection = Connections.open(settings)) {
      var identity = DatabaseIdentity.read(connection, settings, scratch.dialect());
      return new Target(
          settings,
          scratch.dialect(),
          identity.standingIn(place, "none, base stands for the database" + unread));
    } catch (SQLException e) {
      throw CommandProblems.noAnswer(settings, e).exception(e);
    }
  }
}
