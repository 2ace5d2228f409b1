package dev.tidegate.source;

import dev.tidegate.migration.MigrateOptions;
import dev.tidegate.migration.MigrationDatabase;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.MigrationRun;
import dev.tidegate.migration.Migrator;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.source.sql.Missing;
import dev.tidegate.source.sql.RenameMark;
import dev.tidegate.source.sql.ScriptRunner;
import dev.tidegate.source.sql.ScriptStatement;
import dev.tidegate.source.sql.SqlScript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Builds states in scratch databases. What a state's files build is kept under a hash of all that
 * it depends on, and taken from there the next time.
 */
final class ScratchBuilder {
  private final Scratch scratch;
  private final Optional<String> namespace;

  ScratchBuilder(Scratch scratch, Optional<String> namespace) {
    this.scratch = scratch;
    this.namespace = namespace;
  }

  /** A database that holds a state, not to be changed, and what should be known about it. */
  record Built(ScratchDatabase database, List<String> notes, List<RenameMark> marks) {
    Built(ScratchDatabase database, List<String> notes) {
      this(database, notes, List.of());
    }
  }

  Built empty() {
    return new Built(scratch.create(), List.of());
  }

  Built migrations(MigrationFolder folder) {
    if (folder.files().isEmpty()) {
      return new Built(scratch.create(), notes(folder));
    }
    var key = key("migrations", folder.contentHash());
    var built =
        keptOr(
            key,
            database -> {
              migrate(database, folder);
              return List.of();
            });
    return new Built(built.database(), notes(folder));
  }

  private static List<String> notes(MigrationFolder folder) {
    if (!Files.exists(folder.path())) {
      return List.of("there is no folder " + folder.path() + ", so there are no migrations");
    }
    return folder.ignored().stream()
        .map(path -> path.getFileName() + " is no migration by its name and was not run")
        .toList();
  }

  Built sqlFiles(Path path) {
    var scripts = new ArrayList<Script>();
    var contents = new StringBuilder();
    for (var file : SqlFolder.files(path, ".sql")) {
      var text = SqlFolder.read(file);
      var name = file.getFileName().toString();
      var script = SqlScript.split(scratch.dialect().product(), name, text);
      scripts.add(new Script(name, script));
      contents.append(name).append('\n').append(text.length()).append('\n').append(text);
    }
    var marks = scripts.stream().flatMap(script -> script.script().marks().stream()).toList();
    var built = keptOr(key("sql", contents.toString()), database -> run(database, scripts));
    return new Built(built.database(), built.notes(), marks);
  }

  /** A database with a schema that was inspected elsewhere. */
  ScratchDatabase creation(String word, List<String> statements) {
    var script =
        new SqlScript(
            statements.stream().map(sql -> new ScriptStatement(sql, 1, Optional.empty())).toList(),
            List.of(),
            List.of());
    var database = scratch.create();
    try {
      run(database, List.of(new Script(word, script)));
      return database;
    } catch (TidegateException e) {
      database.close();
      throw SourceProblems.notRebuilt(word, e.problem()).exception(e);
    }
  }

  /** Applies migrations, providing roles that they name as they are found to be missing. */
  void migrate(ScratchDatabase database, MigrationFolder folder) {
    var provisions = new ScratchProvisions(scratch, database);
    var target = new MigrationDatabase(scratch.dialect().product(), database::connect, namespace);
    var provided = new HashSet<Missing>();
    while (true) {
      var run = new Migrator().apply(target, folder, MigrateOptions.all());
      if (run.failure().isEmpty()) {
        return;
      }
      if (run.refused().filter(refused -> refused.error().isRace()).isPresent()) {
        continue;
      }
      var missing = run.refused().flatMap(refused -> Missing.of(refused.sql(), refused.error()));
      if (missing.isEmpty() || !provided.add(missing.get())) {
        throw failed(run);
      }
      provide(database, provisions, missing.get());
    }
  }

  private static TidegateException failed(MigrationRun run) {
    var problem = run.failure().orElseThrow().withState(SourceProblems.UNTOUCHED);
    if (run.refused()
        .filter(refused -> refused.error().sqlState().equals(Missing.INSUFFICIENT_PRIVILEGE))
        .isPresent()) {
      // A superuser is refused nothing for want of a right.
      return SourceProblems.restricted(problem).exception();
    }
    return problem
        .withDetail(SourceProblems.TRIED_IN_SCRATCH)
        .withHint(
            "correct the file, then run the goal again; where a statement needs rows that only a live"
                + " database has, write it so that it also runs without them: IF EXISTS (SELECT …),"
                + " INSERT … SELECT, nullif(count(*), 0)")
        .exception();
  }

  private static void provide(
      ScratchDatabase database, ScratchProvisions provisions, Missing missing) {
    try (var connection = database.connect()) {
      provisions.provide(connection, missing);
    } catch (SQLException e) {
      throw SourceProblems.databaseError("the scratch database", e).exception(e);
    }
  }

  private record Script(String name, SqlScript script) {}

  /** Runs scripts on a connection of their own, so that no setting outlives them. */
  private List<String> run(ScratchDatabase database, List<Script> scripts) {
    var notes = new ArrayList<String>();
    var runner = new ScriptRunner(new ScratchProvisions(scratch, database));
    try (var connection = database.connect()) {
      enterNamespace(connection);
      for (var script : scripts) {
        notes.addAll(runner.run(connection, script.name(), script.script()));
      }
    } catch (SQLException e) {
      throw SourceProblems.databaseError("the scratch database", e).exception(e);
    }
    return notes;
  }

  private void enterNamespace(Connection connection) throws SQLException {
    if (namespace.isPresent()) {
      var quoted = "\"" + namespace.get().replace("\"", "\"\"") + "\"";
      try (var statement = connection.createStatement()) {
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + quoted);
      }
      connection.setSchema(namespace.get());
    }
  }

  /** The notes are kept as well, so that a run says the same as the one that built the state. */
  private Built keptOr(String key, Function<ScratchDatabase, List<String>> build) {
    var kept = scratch.recall(key);
    if (kept.isPresent()) {
      return new Built(kept.get().database(), kept.get().notes());
    }
    var database = scratch.create();
    try {
      var notes = build.apply(database);
      return new Built(scratch.keep(key, database, notes), notes);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Trust needs no part in it: servers that differ in trust keep their states apart. */
  private String key(String kind, String contents) {
    try {
      var all = String.join("\n", kind, scratch.version(), namespace.orElse(""), contents);
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
