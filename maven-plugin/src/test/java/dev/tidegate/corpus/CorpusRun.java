package dev.tidegate.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dialect.Scope;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * Takes all pairs of schemas of a folder forth and back: {@code mvn -Pcorpus -Dcorpus=FOLDER test}.
 * Not one of the tests, since the folder is not part of the project.
 *
 * <ul>
 *   <li>{@code corpus.filter}: a regular expression for the pairs to take
 *   <li>{@code corpus.version}: major version of the server, 17
 *   <li>{@code corpus.jobs}: how many pairs at a time
 *   <li>{@code corpus.pgDump}: a pg_dump of that version or later; without it dumps are not
 *       compared
 *   <li>{@code corpus.privileges}: whether owners and privileges are compared
 * </ul>
 *
 * <p>Writes {@code target/corpus/verdicts.jsonl} and {@code summary.txt}.
 */
class CorpusRun {
  private static final Path RESULTS = Path.of("target", "corpus");

  @Test
  void nothingIsWrong() throws IOException, SQLException, InterruptedException {
    var folder = Path.of(System.getProperty("corpus", ""));
    assertThat(folder).as("-Dcorpus=FOLDER").isDirectory();
    var pairs = Pairs.in(folder, System.getProperty("corpus.filter", ""));
    assertThat(pairs.folders()).as("pairs in %s", folder).isNotEmpty();
    var start = System.nanoTime();
    var verdicts = check(pairs);
    write(verdicts, (System.nanoTime() - start) / 1_000_000_000);
    assertThat(verdicts).filteredOn(it -> it.outcome() == Verdict.Outcome.WRONG).isEmpty();
  }

  private static List<Verdict> check(Pairs pairs)
      throws IOException, SQLException, InterruptedException {
    var scratch = TestPostgres.server(Integer.getInteger("corpus.version", 17));
    var program = Optional.ofNullable(System.getProperty("corpus.pgDump")).map(Path::of);
    var privileges = Boolean.getBoolean("corpus.privileges");
    var check =
        new PairCheck(
            scratch,
            new Scope(List.of(), List.of(), privileges),
            program.map(it -> new Dump(it, privileges)));
    try (var database = scratch.create();
        var connection = database.connect();
        var statement = connection.createStatement()) {
      for (var role : pairs.createdRoles()) {
        statement.execute(
            "DO $do$ BEGIN " + role + " EXCEPTION WHEN duplicate_object THEN NULL; END $do$");
      }
    }
    var tasks = new ArrayList<Callable<List<Verdict>>>();
    for (var folder : pairs.folders()) {
      tasks.add(() -> check.check(pairs.name(folder), folder));
    }
    var jobs = Integer.getInteger("corpus.jobs", Runtime.getRuntime().availableProcessors());
    var pool = Executors.newFixedThreadPool(jobs);
    try {
      var verdicts = new ArrayList<Verdict>();
      for (var future : pool.invokeAll(tasks)) {
        verdicts.addAll(future.get());
      }
      return verdicts;
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      pool.shutdown();
    }
  }

  private static void write(List<Verdict> verdicts, long seconds) throws IOException {
    Files.createDirectories(RESULTS);
    Files.write(RESULTS.resolve("verdicts.jsonl"), verdicts.stream().map(Verdict::json).toList());
    var summary =
        new StringBuilder(Verdict.summary(verdicts)).append(seconds).append(" seconds\n\n");
    verdicts.stream()
        .filter(it -> it.outcome() != Verdict.Outcome.EQUAL)
        .sorted(Comparator.comparing(Verdict::outcome).reversed().thenComparing(Verdict::code))
        .forEach(it -> summary.append(it.line()).append('\n'));
    Files.writeString(RESULTS.resolve("summary.txt"), summary);
  }
}
