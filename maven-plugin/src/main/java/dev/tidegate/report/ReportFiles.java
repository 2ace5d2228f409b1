package dev.tidegate.report;

import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The files {@code GOAL.json} and {@code GOAL.md}, written by every run, so that the one of an
 * earlier run is never taken for that of this one.
 *
 * @param folder where they go; made when it is not there
 * @param masking takes secrets out of what is written
 * @param places where the run looked, by the member of the report; also told where the goal stopped
 */
public record ReportFiles(Path folder, UnaryOperator<String> masking, Map<String, String> places) {
  public ReportFiles {
    places = Map.copyOf(places);
  }

  /** Files of reports that name no places. */
  public ReportFiles(Path folder, UnaryOperator<String> masking) {
    this(folder, masking, Map.of());
  }

  /** Writes what a goal found. */
  public void write(Report report) {
    var markdown = new StringBuilder(report.markdown().stripTrailing()).append('\n');
    report.problem().ifPresent(problem -> markdown.append('\n').append(markdown(problem)));
    write(report.goal(), JsonFormat.of(report, places), markdown.toString());
  }

  /** Writes why a goal stopped before it had anything to report. */
  public void write(String goal, Problem problem) {
    write(
        goal,
        JsonFormat.of(goal, problem, places),
        "## tidegate " + goal + "\n\n" + markdown(problem));
  }

  private void write(String goal, String json, String markdown) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(goal + ".json"), masking.apply(json));
      Files.writeString(folder.resolve(goal + ".md"), masking.apply(markdown));
    } catch (IOException e) {
      throw Problem.of(
              ProblemCode.REPORT_NOT_WRITTEN, "report of goal " + goal + " could not be written")
          .withDetail(e.toString())
          .withHint("mvn tidegate:" + goal + " -Dtidegate.reportDirectory=<a folder you can write>")
          .exception(e);
    }
  }

  private static String markdown(Problem problem) {
    return Markdown.fenced("text", problem.text()) + "\n";
  }
}
