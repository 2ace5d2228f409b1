package dev.tidegate.command;

import dev.tidegate.copy.Copy;
import dev.tidegate.dialect.Dialects;
import dev.tidegate.report.CopyReport;
import dev.tidegate.report.Progress;

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

  /** Names both databases, asks whether the target may be written, copies all or nothing. */
  public CopyReport run(CopyRequest request) {
    var options = CopyParameters.of(request);
    Copy.refuseUnlessPossible(request.source(), request.target());
    var started = System.nanoTime();
    var ends = CopyEnds.read(request, dialects);
    request.console().info(ends.banner(request, options));
    ends.refuseUnlessAllowed(request, options, dialects);
    var consent = ends.consent(request, options, dialects);
    var schema =
        new CopySchema(
            dialects.of(request.source().product()),
            dialects.of(request.target().product()),
            options);
    var result =
        new Copy(options, new Progress(request.console()))
            .run(ends.from().settings(), ends.writable(request), schema);
    var millis = (System.nanoTime() - started) / 1_000_000;
    return CopyReport.of(result, ends.source(), ends.target(), consent, millis);
  }
}
