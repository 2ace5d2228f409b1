package dev.tidegate.copy;

import dev.tidegate.copy.CopyOptions.BadValues;
import dev.tidegate.copy.CopyOptions.Mode;
import dev.tidegate.copy.CopyOptions.SchemaCreation;
import dev.tidegate.copy.CopyOptions.TimestampForm;
import dev.tidegate.copy.CopyOptions.Verification;
import dev.tidegate.copy.CopyResult.TableResult;
import dev.tidegate.dialect.Scope;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One copy, from the first look to the commit. Used once. */
final class CopyRun {
  private final CopySource source;
  private final CopyTarget target;
  private final CopyOptions options;
  private final CopyProgress progress;
  private final BadRows bad = new BadRows();

  CopyRun(CopySource source, CopyTarget target, CopyOptions options, CopyProgress progress) {
    this.source = source;
    this.target = target;
    this.options = options;
    this.progress = progress;
  }

  /** Copies all, or nothing. */
  CopyResult run(SchemaMaking schema) throws SQLException {
    var before = target.tables().stream().map(TableFacts::path).collect(Collectors.toSet());
    var creation = create(schema);
    var plan = new CopyPlanner(options).plan(source.tables(), target.tables());
    refuseObstacles(
        plan.tables().stream().filter(table -> before.contains(table.to().path())).toList());
    var forms = timestampForms(plan);
    if (!options.dryRun()) {
      target.prepare(plan.tables(), options.mode());
    }
    try (var rejects = new RejectFile(options.rejects())) {
      var transfers = transfer(plan, forms, rejects);
      refuseUnfit();
      if (!options.dryRun()) {
        complete(creation);
        verify(transfers);
        progress.phase("committing");
        target.commit(plan.tables(), counters(plan));
      }
      return result(plan, creation, transfers, rejects);
    }
  }

  /**
   * Where the statements for a target without tables come from; asked only when they are needed.
   */
  @FunctionalInterface
  interface SchemaMaking {
    SchemaMaker.Creation make() throws SQLException;
  }

  private SchemaMaker.Creation create(SchemaMaking schema) throws SQLException {
    var wanted =
        options.schemaCreation() == SchemaCreation.ALWAYS
            || (options.schemaCreation() == SchemaCreation.AUTO && hasNoTables());
    if (!wanted) {
      return SchemaMaker.Creation.nothing();
    }
    progress.phase("creating tables");
    var creation = schema.make();
    target.execute(creation.beforeRows());
    return creation;
  }

  private boolean hasNoTables() throws SQLException {
    return target.tables().stream().allMatch(table -> Scope.OWN_TABLES.contains(table.name()));
  }

  /** Tables that were just made have neither rows nor triggers. */
  private void refuseObstacles(List<TableCopy> existing) throws SQLException {
    if (options.mode() == Mode.REPLACE && !options.confirm().equals(Optional.of(target.name()))) {
      throw CopyProblems.notConfirmed(target.name(), options).exception();
    }
    var obstacles = target.obstacles(existing, options.mode());
    if (!obstacles.isEmpty()) {
      throw CopyProblems.obstacles(obstacles).exception();
    }
    var notEmpty =
        options.mode() == Mode.INSERT ? target.notEmpty(existing) : Map.<String, Long>of();
    if (!notEmpty.isEmpty()) {
      throw CopyProblems.notEmpty(target.name(), notEmpty).exception();
    }
  }

  private Map<TableCopy, List<TimestampForm>> timestampForms(CopyPlan plan) throws SQLException {
    var forms = new HashMap<TableCopy, List<TimestampForm>>();
    var ambiguous = new ArrayList<AmbiguousTimestamps>();
    for (var table : plan.tables()) {
      try {
        forms.put(table, source.timestampForms(table, options));
      } catch (AmbiguousTimestamps e) {
        ambiguous.add(e);
      }
    }
    if (!ambiguous.isEmpty()) {
      throw CopyProblems.ambiguous(ambiguous).exception();
    }
    return forms;
  }

  private List<TableTransfer> transfer(
      CopyPlan plan, Map<TableCopy, List<TimestampForm>> forms, RejectFile rejects)
      throws SQLException {
    var expected = 0L;
    for (var table : plan.tables()) {
      expected += source.rows(table.from());
    }
    progress.begin(plan.tables().size(), expected);
    var transfers = new ArrayList<TableTransfer>();
    for (var table : plan.tables()) {
      progress.table(table.from().display());
      var conversions = source.conversions(table, forms.getOrDefault(table, List.of()));
      var transfer = new TableTransfer(table, conversions, options, bad, rejects);
      carry(transfer);
      transfers.add(transfer);
    }
    return transfers;
  }

  private void carry(TableTransfer transfer) throws SQLException {
    var table = transfer.table();
    try (var reader = read(table)) {
      try (var writer = options.dryRun() ? new NoWriter() : target.write(table)) {
        transfer.run(reader, writer, progress);
      }
      if (!options.dryRun() && (bad.total() == 0 || options.badValues() == BadValues.REJECT)) {
        target.merge(table);
      }
    } catch (SourceFailure e) {
      throw e;
    } catch (SQLException e) {
      throw CopyProblems.refused("rows of " + table.to().display(), e).exception(e);
    }
  }

  private RowReader read(TableCopy table) throws SourceFailure {
    try {
      return source.read(table);
    } catch (SQLException e) {
      throw new SourceFailure(e);
    }
  }

  private void refuseUnfit() {
    if (bad.total() > 0 && options.badValues() == BadValues.FAIL) {
      throw CopyProblems.unfit(bad).exception();
    }
  }

  private void complete(SchemaMaker.Creation creation) throws SQLException {
    progress.phase("building indexes and checking constraints");
    target.execute(creation.afterRows());
    target.restore();
  }

  private void verify(List<TableTransfer> transfers) throws SQLException {
    if (options.verification() == Verification.NONE) {
      return;
    }
    var verifier = new Verifier(target, options.verification() == Verification.COUNT);
    for (var transfer : transfers) {
      progress.phase("verifying " + transfer.table().to().display());
      verifier.verify(transfer.table(), transfer.digest());
    }
    verifier.refuseDifferences();
  }

  private Map<String, Long> counters(CopyPlan plan) throws SQLException {
    var counters = new LinkedHashMap<String, Long>();
    for (var table : plan.tables()) {
      source
          .counter(table.from())
          .ifPresent(highest -> counters.put(table.from().display(), highest));
    }
    return counters;
  }

  private CopyResult result(
      CopyPlan plan,
      SchemaMaker.Creation creation,
      List<TableTransfer> transfers,
      RejectFile rejects)
      throws SQLException {
    return new CopyResult(
        source.display(),
        target.display(),
        transfers.stream().map(CopyRun::tableResult).toList(),
        plan.unmapped(),
        source.passedBy(),
        !creation.beforeRows().isEmpty(),
        bad.summary(),
        rejects.written().stream().map(String::valueOf).toList(),
        options.verification().name().toLowerCase(Locale.ROOT),
        options.dryRun(),
        notes(creation, transfers));
  }

  private static List<String> notes(SchemaMaker.Creation creation, List<TableTransfer> transfers) {
    var notes = new ArrayList<>(creation.notes());
    transfers.forEach(transfer -> notes.addAll(transfer.notes()));
    return notes;
  }

  private static TableResult tableResult(TableTransfer transfer) {
    var table = transfer.table();
    return new TableResult(
        table.from().display(),
        table.to().display(),
        transfer.digest().count(),
        transfer.rejected(),
        transfer.millis(),
        transfer.digest().hexadecimal(),
        table.leftOut(),
        table.computed(),
        table.to().columns().stream()
            .filter(column -> !column.generated())
            .map(ColumnFacts::name)
            .filter(column -> !table.targetColumns().contains(column))
            .toList());
  }

  /** Takes rows and keeps none: a dry run. */
  private static final class NoWriter implements RowWriter {
    @Override
    public void write(EncodedRow row) {}

    @Override
    public void finish() {}

    @Override
    public void close() {}
  }
}
