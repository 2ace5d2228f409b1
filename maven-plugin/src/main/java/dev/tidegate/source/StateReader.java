package dev.tidegate.source;

import dev.tidegate.dialect.Dialects;
import dev.tidegate.dialect.Scope;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.schema.Schema;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.translate.SchemaTranslator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns states into schemas, each with a scratch database that holds the same. */
public final class StateReader {
  private final Dialects dialects;
  private final Scratch scratch;
  private final Scope scope;
  private final Optional<String> namespace;
  private final ScratchBuilder builder;

  /**
   * A reader for one run.
   *
   * @param scratch where states are built, in the dialect that is compared
   * @param scope which part of a state is looked at
   * @param namespace where names without one belong, as the URL's {@code schema} says; empty for
   *     the database's own default
   */
  public StateReader(Dialects dialects, Scratch scratch, Scope scope, Optional<String> namespace) {
    this.dialects = dialects;
    this.scratch = scratch;
    this.scope = scope;
    this.namespace = namespace;
    this.builder = new ScratchBuilder(scratch, namespace);
  }

  /**
   * Reads a state.
   *
   * @return to be closed by the caller, which drops the scratch database
   * @throws dev.tidegate.problem.TidegateException TG-3001 if a declared statement does not run,
   *     TG-2003 for an unknown version, TG-2103 for a migration that does not run, TG-1012 for an
   *     extension that the scratch server lacks
   */
  public StateInScratch read(State state) {
    if (state instanceof State.Migrations migrations) {
      var folder = MigrationFolder.readOrEmpty(migrations.folder());
      return inspected(builder.migrations(upTo(folder, migrations.upTo())), migrations.word());
    }
    if (state instanceof State.SqlFiles files) {
      return inspected(builder.sqlFiles(files.path()), files.word());
    }
    if (state instanceof State.Live live) {
      return live(live);
    }
    return inspected(builder.empty(), state.word());
  }

  private static MigrationFolder upTo(MigrationFolder folder, Optional<String> version) {
    return version.map(text -> folder.upTo(folder.version(text))).orElse(folder);
  }

  private StateInScratch inspected(ScratchBuilder.Built built, String word) {
    try (var connection = built.database().connect()) {
      var schema = inspect(connection, word);
      return new StateInScratch(schema, built.database(), built.notes(), built.marks());
    } catch (SQLException e) {
      built.database().close();
      throw SourceProblems.databaseError(word, e).exception(e);
    } catch (TidegateException e) {
      built.database().close();
      throw e;
    }
  }

  private Schema inspect(Connection connection, String word) {
    try {
      return scratch.dialect().inspector().inspect(connection, scope);
    } catch (SQLException e) {
      throw SourceProblems.databaseError(word, e).exception(e);
    }
  }

  private StateInScratch live(State.Live state) {
    var dialect = dialects.of(state.settings().product());
    var same = dialect.product() == scratch.dialect().product();
    // The name spaces are those of the dialect that is compared.
    var within = same ? scope : new Scope(List.of(), scope.exclude());
    try (var connection = Connections.open(state.settings().forReading())) {
      var schema = dialect.inspector().inspect(connection, within);
      return same ? rebuilt(state.word(), schema) : translated(state.word(), schema);
    } catch (SQLException e) {
      throw SourceProblems.databaseError(state.word(), e).exception(e);
    }
  }

  /** A live schema of the other dialect, as the scratch's own database prints it. */
  private StateInScratch translated(String word, Schema schema) {
    var translator =
        switch (scratch.dialect().product()) {
          case POSTGRESQL -> SchemaTranslator.sqliteToPostgres(namespace.orElse("public"));
          case SQLITE -> SchemaTranslator.postgresToSqlite();
        };
    var translation = translator.translate(schema);
    var notes = new ArrayList<>(translation.notes());
    schema.unmodelled().forEach(unread -> notes.add(SourceProblems.notTranslated(word, unread)));
    return copy(word, translation.schema(), notes);
  }

  /** A live schema of the scratch's own dialect, with as much as the scratch server can hold. */
  private StateInScratch rebuilt(String word, Schema schema) {
    var notes = new ArrayList<String>();
    var candidates = new ArrayDeque<>(Simplified.from(schema));
    while (true) {
      try {
        return rebuilt(word, candidates.remove(), notes);
      } catch (TidegateException e) {
        if (candidates.isEmpty()) {
          throw e;
        }
        notes.add(SourceProblems.simplified(word, e.problem()));
      }
    }
  }

  /** The copy must be the same, or it is said. */
  private StateInScratch rebuilt(String word, Schema schema, List<String> first) {
    var database = builder.creation(word, scratch.dialect().replica(schema));
    var copy = inspected(new ScratchBuilder.Built(database, first), word);
    var notes = new ArrayList<>(copy.notes());
    for (var id : scratch.dialect().differing(copy.schema(), schema)) {
      notes.add(SourceProblems.differs(word, id));
    }
    return new StateInScratch(schema, copy.database(), notes, List.of());
  }

  private StateInScratch copy(String word, Schema schema, List<String> notes) {
    ScratchDatabase database = builder.creation(word, scratch.dialect().creation(schema));
    return inspected(new ScratchBuilder.Built(database, notes), word);
  }
}
