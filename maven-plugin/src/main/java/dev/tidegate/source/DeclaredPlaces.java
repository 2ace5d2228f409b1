package dev.tidegate.source;

import dev.tidegate.jdbc.Product;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.source.sql.Declaration;
import dev.tidegate.source.sql.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the files of a declared schema tell of its objects. */
public final class DeclaredPlaces {
  private static final Set<ObjectKind> WITH_ARGUMENTS =
      Set.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.AGGREGATE);

  /** They go by what they are about; a comment's and an owner's path begins with its kind. */
  private static final Set<ObjectKind> ABOUT_ANOTHER = Set.of(ObjectKind.COMMENT, ObjectKind.OWNER);

  private final List<Found> all = new ArrayList<>();

  private DeclaredPlaces() {}

  /**
   * A place.
   *
   * @param file as the state names it, with slashes
   * @param line from 1
   */
  public record Place(String file, int line) {}

  private record Found(String file, Declaration declaration) {
    Place place() {
      return new Place(file, declaration.line());
    }
  }

  /** Reads them; of a state that is not declared in SQL there are none. */
  public static DeclaredPlaces in(Product product, State state) {
    var places = new DeclaredPlaces();
    if (state instanceof State.SqlFiles declared) {
      for (var file : SqlFolder.files(declared.path(), ".sql")) {
        var within = declared.path().relativize(file).toString();
        var name = within.isEmpty() ? declared.word() : declared.word() + "/" + within;
        SqlScript.split(product, name, SqlFolder.read(file)).statements().stream()
            .flatMap(statement -> Declaration.of(statement).stream())
            .map(it -> new Found(name.replace('\\', '/').replaceAll("/+", "/"), it))
            .forEach(places.all::add);
      }
    }
    return places;
  }

  /** Where an object is told of, or else the table that it is part of. */
  public Optional<Place> of(ObjectId id) {
    if (ABOUT_ANOTHER.contains(id.kind())) {
      var path = id.path().subList(1, id.path().size());
      return path.isEmpty() ? Optional.empty() : part(path).or(() -> whole("", path));
    }
    var path = WITH_ARGUMENTS.contains(id.kind()) ? id.qualifier() : id.path();
    return whole(id.kind().word(), path).or(() -> part(path));
  }

  /** A statement that makes this; a trigger or a policy is made by its own name alone. */
  private Optional<Place> whole(String kind, List<String> path) {
    return all.stream()
        .filter(it -> kind.isEmpty() || kindOf(it.declaration()).equals(kind))
        .filter(it -> names(it.declaration().path(), path))
        .map(Found::place)
        .findFirst();
  }

  private static String kindOf(Declaration declaration) {
    return declaration.kind().equals("foreign table") ? "table" : declaration.kind();
  }

  /** The part of a table, or the table. */
  private Optional<Place> part(List<String> path) {
    if (path.size() < 2) {
      return Optional.empty();
    }
    var table = path.subList(0, path.size() - 1);
    for (var found : all) {
      if (kindOf(found.declaration()).equals("table") && names(found.declaration().path(), table)) {
        var line = found.declaration().lineOf(path.get(path.size() - 1));
        return Optional.of(new Place(found.file(), line.orElse(found.declaration().line())));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether what a statement writes can be the object: the last names are the same, as many as it
   * writes. Case is left aside, since SQLite does.
   */
  private static boolean names(List<String> written, List<String> path) {
    if (written.size() > path.size()) {
      return false;
    }
    var end = path.subList(path.size() - written.size(), path.size());
    for (var at = 0; at < end.size(); at++) {
      if (!end.get(at).equalsIgnoreCase(written.get(at))) {
        return false;
      }
    }
    return true;
  }
}
