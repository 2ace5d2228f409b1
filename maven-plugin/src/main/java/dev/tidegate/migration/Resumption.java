package dev.tidegate.migration;

import dev.tidegate.jdbc.ErrorKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Finds out where a migration goes on that an earlier deploy has begun.
 *
 * @param script its path within the migrations folder
 * @param connection that it will run on
 */
record Resumption(String script, Connection connection, Journal journal, StepwiseRun run) {

  /**
   * How many statements are done. What they said for their session is said again; what the next one
   * has left is taken away.
   *
   * @throws dev.tidegate.problem.TidegateException TG-2115 if a statement that was done reads
   *     differently now, TG-2114 if it is not known whether the next one was done
   */
  int resume(List<Journal.Entry> file) throws SQLException {
    var known = journal.entries(script);
    if (known.isEmpty()) {
      refuseNeedless();
      return 0;
    }
    var done = (int) known.stream().takeWhile(it -> it.mark() == Journal.Mark.DONE).count();
    var next = done < known.size() ? Optional.of(known.get(done)) : Optional.<Journal.Entry>empty();
    var fixed = next.filter(it -> it.mark() == Journal.Mark.STARTED).isPresent() ? done + 1 : done;
    refuseChanged(known.subList(0, fixed), file);
    for (var entry : known.subList(0, done)) {
      sayAgain(entry.sql());
    }
    return next.isPresent() ? done + decide(next.get()) : done;
  }

  private void refuseNeedless() {
    run.resumeAt()
        .filter(point -> point.script().equals(script))
        .ifPresent(
            point -> {
              throw ResumeProblems.nothingToResume(point).exception();
            });
  }

  private void refuseChanged(List<Journal.Entry> done, List<Journal.Entry> file) {
    for (var entry : done) {
      var now =
          entry.number() <= file.size()
              ? Optional.of(file.get(entry.number() - 1))
              : Optional.<Journal.Entry>empty();
      if (now.filter(it -> it.sql().equals(entry.sql())).isEmpty()) {
        throw ResumeProblems.changed(script, entry, now, done.size()).exception();
      }
    }
  }

  private void sayAgain(String sql) throws SQLException {
    if (StatementWords.of(sql).isSetting()) {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  /** 1 if the next one is done after all. */
  private int decide(Journal.Entry next) throws SQLException {
    var remains = Remains.of(next.sql(), connection, run.product());
    if (next.mark() == Journal.Mark.FAILED) {
      clear(remains);
      return 0;
    }
    if (next.mark() == Journal.Mark.PLANNED) {
      refuseNeedless();
      return 0;
    }
    var verdict = answer(next).orElse(remains.verdict());
    if (verdict == Remains.Verdict.UNKNOWN) {
      throw ResumeProblems.unknown(script, next).exception();
    }
    if (verdict == Remains.Verdict.DONE) {
      journal.mark(script, next.number(), Journal.Mark.DONE);
      return 1;
    }
    clear(remains);
    // a statement that ends what was begun may have done all of it
    if (remains.verdict() == Remains.Verdict.DONE) {
      journal.mark(script, next.number(), Journal.Mark.DONE);
      return 1;
    }
    return 0;
  }

  /** What somebody has said about it. */
  private Optional<Remains.Verdict> answer(Journal.Entry next) {
    return run.resumeAt()
        .filter(point -> point.script().equals(script))
        .map(
            point -> {
              if (point.statement() == next.number()) {
                return Remains.Verdict.AGAIN;
              }
              if (point.statement() == next.number() + 1) {
                return Remains.Verdict.DONE;
              }
              throw ResumeProblems.wrongPoint(point, next).exception();
            });
  }

  private void clear(Remains remains) throws SQLException {
    for (var attempt = 0; ; attempt++) {
      try {
        // what was INVALID before the deploy that began it is not known any more
        remains.clear(run.retries()::say, List.of());
        return;
      } catch (SQLException e) {
        if (!run.retries().again(script, ErrorKind.of(e), attempt)) {
          throw e;
        }
      }
    }
  }
}
