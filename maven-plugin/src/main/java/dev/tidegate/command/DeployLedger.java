package dev.tidegate.command;

import dev.tidegate.backup.Backup;
import dev.tidegate.guard.Approvals;
import dev.tidegate.guard.Consent;
import dev.tidegate.guard.DatabaseIdentity;
import dev.tidegate.guard.LiveAnswers;
import dev.tidegate.guard.Probed;
import dev.tidegate.migration.AppliedMigration;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.migration.MigrationRun;
import dev.tidegate.migration.Version;
import dev.tidegate.problem.Problem;
import dev.tidegate.report.AdoptionEntry;
import dev.tidegate.report.DeployReport;
import dev.tidegate.report.MigrationEntry;
import dev.tidegate.report.ProbeEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one deploy found and did, written down while it goes on, so that its report is whole. */
final class DeployLedger {
  private final boolean dryRun;
  private final Approvals approvals;
  private DatabaseIdentity identity;
  private @Nullable DeployPlan plan;
  private @Nullable Version adopted;
  private @Nullable AdoptionEntry adoption;
  private List<AppliedMigration> applied = List.of();
  private long millis;
  private List<Probed> probes = List.of();
  private @Nullable Backup backup;
  private List<DeployReport.RowCount> rows = List.of();
  private @Nullable Consent consent;
  private List<String> lookAlikes = List.of();
  private List<String> drift = List.of();
  private final List<String> notes = new ArrayList<>();
  private @Nullable Problem problem;

  DeployLedger(DatabaseIdentity identity, Approvals approvals, boolean dryRun) {
    this.identity = identity;
    this.approvals = approvals;
    this.dryRun = dryRun;
  }

  void planned(DeployPlan it) {
    plan = it;
    notes.addAll(it.notes());
    it.analysis().files().forEach(file -> notes.addAll(file.notes()));
    it.drift().ifPresent(found -> drifted(found.lines()));
  }

  /** What the live database answered. */
  void probed(LiveAnswers answers) {
    probes = answers.all();
  }

  void consented(Consent words) {
    consent = words;
  }

  void resembling(List<String> tables) {
    lookAlikes = List.copyOf(tables);
  }

  void adopted(Version at) {
    adopted = at;
  }

  void adoptionFound(AdoptionEntry it) {
    adoption = it;
  }

  void marked(DatabaseIdentity now) {
    identity = now;
  }

  void ran(MigrationRun run, long tookMillis) {
    applied = run.applied();
    millis = tookMillis;
    run.failure().ifPresent(this::failed);
  }

  void backedUp(Backup made) {
    backup = made;
  }

  /** What was backed up; empty where nothing was. */
  Optional<Backup> backup() {
    return Optional.ofNullable(backup);
  }

  void counted(List<DeployReport.RowCount> counts) {
    rows = List.copyOf(counts);
  }

  void drifted(List<String> differences) {
    drift = List.copyOf(differences);
  }

  void note(String text) {
    notes.add(text);
  }

  void failed(Problem why) {
    problem = why;
  }

  /** Whether something stands in the way of what would come next. */
  boolean hasFailed() {
    return problem != null;
  }

  DeployReport report() {
    var before =
        Optional.ofNullable(plan)
            .flatMap(it -> it.history().version())
            .or(() -> Optional.ofNullable(adopted));
    var now =
        Stream.concat(before.stream(), applied.stream().flatMap(run -> run.version().stream()))
            .max(Version::compareTo);
    return new DeployReport(
        identity,
        Optional.empty(),
        dryRun,
        Optional.ofNullable(adopted).map(Version::toString),
        Optional.ofNullable(adoption),
        before.filter(it -> adopted == null).map(Version::toString),
        now.map(Version::toString),
        Optional.ofNullable(plan).map(DeployPlan::hash).orElse(""),
        Optional.ofNullable(plan).map(DeployPlan::pending).orElse(List.of()).stream()
            .map(this::entry)
            .toList(),
        probes.stream().map(ProbeEntry::of).toList(),
        Optional.ofNullable(backup),
        rows,
        Optional.ofNullable(plan).map(DeployPlan::files).orElse(List.of()),
        Optional.ofNullable(consent),
        lookAlikes,
        drift,
        Optional.ofNullable(plan).flatMap(DeployPlan::wayBack),
        notes,
        millis,
        Optional.ofNullable(problem));
  }

  private MigrationEntry entry(MigrationFile file) {
    var hazards =
        Optional.ofNullable(plan).stream()
            .flatMap(it -> it.analysis().files().stream())
            .filter(found -> found.script().equals(file.script()))
            .findFirst();
    var entry = MigrationEntry.pending(file, hazards, approvals);
    return applied.stream()
        .filter(run -> run.script().equals(file.script()))
        .findFirst()
        .map(entry::ran)
        .orElse(entry);
  }
}
