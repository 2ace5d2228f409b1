package dev.tidegate.source;

import dev.tidegate.jdbc.ConnectionSettings;
import java.nio.file.Path;
import java.util.Optional;

/** A state of a schema, as a parameter names it. */
public sealed interface State {

  /** The word that named it, without credentials. */
  String word();

  /** No objects. */
  record Empty() implements State {
    @Override
    public String word() {
      return "empty";
    }
  }

  /** What the files of the migrations folder build, all or up to a version. */
  record Migrations(Path folder, Optional<String> upTo) implements State {
    @Override
    public String word() {
      return upTo.map(version -> "migrations@" + version).orElse("migrations");
    }
  }

  /** Declared in SQL: one file, or a folder whose {@code .sql} files run in the order of names. */
  record SqlFiles(String word, Path path) implements State {}

  /** A live database, which is only read; {@code target} is the one behind {@code url}. */
  record Live(String word, ConnectionSettings settings) implements State {}
}
