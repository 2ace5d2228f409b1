package dev.tidegate.command;

import dev.tidegate.copy.Copy;
import dev.tidegate.copy.CopyOptions;
import dev.tidegate.copy.CopyOptions.Mode;
import dev.tidegate.copy.CopyProblems;
import dev.tidegate.dialect.Dialects;
import dev.tidegate.dialect.Scope;
import dev.tidegate.guard.DatabaseIdentity;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.Product;
import dev.tidegate.report.CopyReport;
import dev.tidegate.report.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** {@code tidegate:copy}: carries data, and the schema where the target has none. */
public final class CopyCommand {
  private final Dialects dialects;

  /** A command that speaks these dialects. */
  public CopyCommand(Dialects dialects) {
    this.dialects = dialects;
  }

  /** A command that speaks all dialects. */
  public CopyCommand() {
    this(Engine.DIALECTS);
  }

  /** Copies all, or nothing. */
  public CopyReport run(CopyRequest request) {
    var options = CopyParameters.of(request);
    var started = System.nanoTime();
    var target = identity(request.target());
    target.ifPresent(identity -> request.console().info(identity.banner()));
    refuseProduction(target, options);
    var schema =
        new CopySchema(
            dialects.of(request.source().product()),
            dialects.of(request.target().product()),
            new Scope(request.schemas(), request.exclude()));
    var result =
        new Copy(options, new Progress(request.console()))
            .run(request.source(), request.target(), schema);
    return CopyReport.of(result, (System.nanoTime() - started) / 1_000_000);
  }

  /** Who the target is; empty for a file that is not there yet. */
  private Optional<DatabaseIdentity> identity(ConnectionSettings settings) {
    if (settings.product() == Product.SQLITE && !Files.exists(Path.of(settings.url().database()))) {
      return Optional.empty();
    }
    try (var connection = Connections.open(settings.forReading())) {
      return Optional.of(
          DatabaseIdentity.read(connection, settings, dialects.of(settings.product())));
    } catch (SQLException e) {
      throw CopyProblems.targetUnreadable(settings.url().display(), e).exception(e);
    }
  }

  private static void refuseProduction(Optional<DatabaseIdentity> target, CopyOptions options) {
    if (options.mode() == Mode.INSERT || target.isEmpty()) {
      return;
    }
    var marked = target.get().environment().orElse("");
    var name = Path.of(target.get().database()).getFileName();
    if (marked.equalsIgnoreCase("production")
        && !options.confirm().equals(Optional.of(String.valueOf(name)))) {
      throw CopyProblems.production(String.valueOf(name)).exception();
    }
  }
}
