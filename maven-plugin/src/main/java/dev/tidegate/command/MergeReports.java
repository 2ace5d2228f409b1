package dev.tidegate.command;

import dev.tidegate.report.FleetJson;
import dev.tidegate.report.FleetReport;
import dev.tidegate.report.FleetReport.TargetEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes one roll-up of what several runs did, each with its part of the targets. */
public final class MergeReports {
  private final List<String> bad = new ArrayList<>();

  /**
   * The roll-up of every {@code deploy.json} below a folder. It fails where one of the runs did,
   * and where one is missing.
   *
   * @throws dev.tidegate.problem.TidegateException TG-2504 if there is none at all
   */
  public FleetReport of(Path folder) {
    var reports = new ArrayList<FleetReport>();
    for (var file : files(folder)) {
      try {
        reports.add(FleetJson.read(Files.readString(file)));
      } catch (IOException | IllegalArgumentException e) {
        bad.add(folder.relativize(file) + ": " + e.getMessage());
      }
    }
    if (reports.isEmpty() && bad.isEmpty()) {
      bad.add("there is no deploy.json below " + folder);
    }
    if (reports.isEmpty()) {
      throw FleetProblems.notMerged(bad).exception();
    }
    lookForShards(reports);
    return rolledUp(reports);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.endsWith("deploy.json")).sorted().toList();
    } catch (IOException e) {
      throw FleetProblems.notMerged(List.of(e.toString())).exception(e);
    }
  }

  private FleetReport rolledUp(List<FleetReport> reports) {
    var targets = new ArrayList<TargetEntry>();
    var notes = new LinkedHashSet<String>();
    var names = new HashSet<String>();
    for (var report : reports) {
      targets.addAll(report.targets());
      notes.addAll(report.notes());
    }
    for (var target : targets) {
      if (!names.add(target.name())) {
        bad.add("target " + target.name() + " is in several reports");
      }
    }
    if (reports.stream().map(FleetReport::dryRun).distinct().count() > 1) {
      bad.add("some of the reports are of dry runs, which applied nothing");
    }
    var merged =
        new FleetReport(
            reports.stream().allMatch(FleetReport::dryRun),
            Optional.empty(),
            FleetReport.Totals.of(targets),
            targets,
            List.copyOf(notes),
            reports.stream().mapToLong(FleetReport::millis).max().orElse(0),
            Optional.empty());
    if (!bad.isEmpty()) {
      return merged.with(FleetProblems.notMerged(bad));
    }
    return merged.totals().failed() == 0 ? merged : merged.with(FleetProblems.failed(merged));
  }

  /** All parts have to be there once; runs without a part are taken as they are. */
  private void lookForShards(List<FleetReport> reports) {
    var times = new HashMap<Shard, Integer>();
    for (var report : reports) {
      report.shard().flatMap(Shard::parse).ifPresent(it -> times.merge(it, 1, Integer::sum));
    }
    var counts = times.keySet().stream().map(Shard::count).distinct().sorted().toList();
    if (counts.size() > 1) {
      bad.add("the reports are of different divisions: " + counts + " shards");
    }
    for (var count : counts) {
      for (var number = 1; number <= count; number++) {
        var found = times.getOrDefault(new Shard(number, count), 0);
        if (found != 1) {
          bad.add(
              "shard %d/%d is %s"
                  .formatted(
                      number, count, found == 0 ? "not there" : "there " + found + " times"));
        }
      }
    }
  }
}
