package dev.tidegate.command;

import dev.tidegate.dialect.Scope;
import dev.tidegate.guard.StatementTrace;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.source.PendingStates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Steps through what migrations build in scratch. Databases of one run that have the same history
 * and wait for the same files are stepped through once: what the files do does not depend on which
 * of them it is, and what each of them has beyond its migrations is looked at elsewhere.
 */
final class ScratchWalks implements AutoCloseable {
  /** Stands for every name space whose migrations name none. */
  private static final String ANY_NAMESPACE = "tidegate_any_tenant";

  private final boolean many;
  private final Optional<Scratch> own;
  private final Map<String, Recorded> records = new ConcurrentHashMap<>();
  private final Map<String, Scratch> scratches = new ConcurrentHashMap<>();

  private ScratchWalks(boolean many, Optional<Scratch> own) {
    this.many = many;
    this.own = own;
  }

  /** For a run that is about one database: nothing is kept. */
  static ScratchWalks ofOne() {
    return new ScratchWalks(false, Optional.empty());
  }

  /** For a run that is about one database and has scratch databases already; not closed here. */
  static ScratchWalks in(Scratch scratch) {
    return new ScratchWalks(false, Optional.of(scratch));
  }

  /** For a run that is about many databases, perhaps from several threads. */
  static ScratchWalks ofMany() {
    return new ScratchWalks(true, Optional.empty());
  }

  /** Whether the run is about many databases. */
  boolean ofTargets() {
    return many;
  }

  /** Is shown the state before the first pending migration, then the one after each. */
  interface Follower {
    void starts(Moment moment);

    void follows(MigrationFile file, Moment moment);

    /**
     * All of them have run; asked only where the run is about one database, and neither of these is
     * to be changed.
     */
    default void finished(Scratch scratch, ScratchDatabase start, ScratchDatabase end) {}

    /** What was seen while the statements of each file ran once more, one by one. */
    void measured(SortedMap<String, StatementTrace> traces);
  }

  /**
   * Applies the pending migrations one at a time.
   *
   * @throws dev.tidegate.problem.TidegateException TG-2103, TG-2104 or TG-2112 if one does not run
   */
  void walk(Target target, Workspace workspace, Files files, Follower follower) {
    if (many) {
      remembered(target, workspace, files, follower);
    } else {
      var way = new Way(target, target.namespace(), Engine.scope(workspace));
      if (own.isPresent()) {
        walk(own.get(), way, files, follower);
        return;
      }
      try (var scratch = open(target, workspace)) {
        walk(scratch, way, files, follower);
      }
    }
  }

  private void remembered(Target target, Workspace workspace, Files files, Follower follower) {
    var swap = swap(target, files);
    var way =
        new Way(
            target,
            swap.map(NamespaceSwap::from).or(target::namespace),
            scope(Engine.scope(workspace), swap));
    var scratch =
        scratches.computeIfAbsent(
            target.product() + " " + target.major(), key -> open(target, workspace));
    var recorded =
        records.computeIfAbsent(
            key(way, files),
            key -> {
              var record = new Recorder();
              try {
                walk(scratch, way, files, record);
              } catch (TidegateException e) {
                return new Recorded(record.moments, record.traces, Optional.of(e.problem()));
              }
              return new Recorded(record.moments, record.traces, Optional.empty());
            });
    recorded.tell(files.pending(), swap, follower);
  }

  private static Scratch open(Target target, Workspace workspace) {
    return new Engine(workspace, Optional.of(target.settings())).scratch(target);
  }

  private static void walk(Scratch scratch, Way way, Files files, Follower follower) {
    new PendingStates(scratch, way.namespace())
        .walk(
            files.folder(),
            files.pending(),
            new WalkObserver(way.target().dialect(), way.scope(), way.namespace(), follower));
  }

  /** All that what is seen on the way is a function of. */
  private static String key(Way way, Files files) {
    return String.join(
        "\n",
        way.target().product().toString(),
        "" + way.target().major(),
        way.namespace().toString(),
        way.scope().toString(),
        files.folder().contentHash(),
        files.pending().stream().map(MigrationFile::script).toList().toString());
  }

  private static Scope scope(Scope own, Optional<NamespaceSwap> swap) {
    return swap.map(
            it ->
                new Scope(
                    own.namespaces().stream()
                        .map(name -> name.equals(it.to()) ? it.from() : name)
                        .toList(),
                    own.exclude(),
                    own.privileges()))
        .orElse(own);
  }

  /**
   * How the name space that the URL names is stood for, where no file can tell the difference: one
   * that speaks of schemas at all, or that has the name in it, is run under its own name.
   */
  private static Optional<NamespaceSwap> swap(Target target, Files files) {
    var live = target.dialect().live();
    return target
        .namespace()
        .filter(name -> live.qualified(Optional.empty(), name).equals(name))
        .filter(name -> files.texts().noneMatch(text -> speaksOfSchemas(text, name)))
        .map(name -> new NamespaceSwap(ANY_NAMESPACE, name));
  }

  private static boolean speaksOfSchemas(String text, String name) {
    var lower = text.toLowerCase(Locale.ROOT);
    return Stream.of(
            "schema", "search_path", "nspname", "namespace", "flyway:", ANY_NAMESPACE, name)
        .anyMatch(lower::contains);
  }

  @Override
  public void close() {
    scratches.values().forEach(Scratch::close);
  }

  /**
   * What is stepped through.
   *
   * @param folder all files that matter, pending ones among them
   * @param pending those of the folder that are to be applied, in order
   */
  record Files(MigrationFolder folder, List<MigrationFile> pending) {
    Files {
      pending = List.copyOf(pending);
    }

    private Stream<String> texts() {
      return Stream.concat(
              folder.files().stream().map(MigrationFile::path), folder.companions().stream())
          .map(Files::text);
    }

    private static String text(Path file) {
      try {
        return java.nio.file.Files.readString(file, StandardCharsets.ISO_8859_1);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private record Way(Target target, Optional<String> namespace, Scope scope) {}

  private static final class Recorder implements Follower {
    private final List<Moment> moments = new ArrayList<>();
    private SortedMap<String, StatementTrace> traces = new TreeMap<>();

    @Override
    public void starts(Moment moment) {
      moments.add(moment);
    }

    @Override
    public void follows(MigrationFile file, Moment moment) {
      moments.add(moment);
    }

    @Override
    public void measured(SortedMap<String, StatementTrace> found) {
      traces = found;
    }
  }

  /** What was seen on the way, and what stopped it. */
  private record Recorded(
      List<Moment> moments, SortedMap<String, StatementTrace> traces, Optional<Problem> failure) {

    void tell(List<MigrationFile> pending, Optional<NamespaceSwap> swap, Follower follower) {
      if (failure.isPresent()) {
        throw swap.map(it -> it.of(failure.get())).orElse(failure.get()).exception();
      }
      follower.starts(named(0, swap));
      for (var step = 0; step < pending.size(); step++) {
        follower.follows(pending.get(step), named(step + 1, swap));
      }
      var named = new TreeMap<String, StatementTrace>();
      traces.forEach((script, seen) -> named.put(script, swap.map(s -> s.of(seen)).orElse(seen)));
      follower.measured(named);
    }

    private Moment named(int step, Optional<NamespaceSwap> swap) {
      return swap.map(it -> it.of(moments.get(step))).orElse(moments.get(step));
    }
  }
}
