package dev.tidegate.command;

import dev.tidegate.copy.CopyOptions;
import dev.tidegate.copy.CopyOptions.Mode;
import dev.tidegate.copy.CopyProblems;
import dev.tidegate.dialect.Dialects;
import dev.tidegate.guard.Consent;
import dev.tidegate.guard.DatabaseIdentity;
import dev.tidegate.guard.EnvironmentRule;
import dev.tidegate.guard.Ways;
import dev.tidegate.guard.Ways.Way;
import dev.tidegate.guard.Writable;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Product;
import dev.tidegate.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The two databases of a copy, as they were before it.
 *
 * @param from the way to the source
 * @param to the way to the target, which is not written over it yet; empty for a file that is not
 *     there
 */
record CopyEnds(Way from, Optional<Way> to) {

  /** Asks both who they are, on connections that cannot write. */
  static CopyEnds read(CopyRequest request, Dialects dialects) {
    var from = request.source();
    var to = request.target();
    return new CopyEnds(
        found(
            () -> Ways.of(from.forReading()).toRead(dialects.of(from.product())),
            e -> CopyProblems.sourceUnreadable(from.url().display(), e)),
        isNewFile(to)
            ? Optional.empty()
            : Optional.of(
                found(
                    () ->
                        new Ways(to.forReading(), request.direct().map(it -> it.forReading()))
                            .toWrite(dialects.of(to.product())),
                    e -> CopyProblems.targetUnreadable(to.url().display(), e))));
  }

  /** Who the source is. */
  DatabaseIdentity source() {
    return from.identity();
  }

  /** Who the target is. */
  Optional<DatabaseIdentity> target() {
    return to.map(Way::identity);
  }

  /** Opens the target for writing, once nobody objects. */
  ConnectionSettings writable(CopyRequest request) {
    return to.map(Way::settings)
        .filter(settings -> settings.product() == Product.POSTGRESQL)
        .map(ConnectionSettings::forFirstQuestions)
        .orElse(request.target());
  }

  /** The lines that name both, and say what is about to happen. */
  String banner(CopyRequest request, CopyOptions options) {
    var to = request.target();
    var place =
        target()
            .map(DatabaseIdentity::banner)
            .orElse("database     " + to.url().database() + " (new)\nURL from     " + to.origin());
    return "copy\n  from\n%s  to\n%s  mode         %s%s"
        .formatted(
            source().banner().indent(4),
            place.indent(4),
            meaning(options.mode()),
            options.dryRun() ? "; dry run, nothing is written" : "");
  }

  /**
   * Refuses a target that cannot be written or whose label is another than the one stated, and rows
   * of production that would be overwritten without its name.
   */
  void refuseUnlessAllowed(CopyRequest request, CopyOptions options, Dialects dialects) {
    if (to.isEmpty()) {
      return;
    }
    var identity = to.get().identity();
    found(
        () -> {
          new Writable("copy", to.get(), dialects.of(request.target().product())).orRefuse();
          return to.get();
        },
        e -> CopyProblems.targetUnreadable(identity.url(), e));
    new EnvironmentRule("copy", request.environment(), Optional.empty())
        .refuseUnlessMatching(identity);
    var name = nameToConfirm(request.target());
    if (options.mode() != Mode.INSERT
        && identity.isProduction()
        && !options.confirm().equals(Optional.of(name))) {
      throw CopyProblems.production(name).exception();
    }
  }

  /**
   * The consent that a coding agent needs where rows of the target are deleted or overwritten,
   * written down in the target.
   *
   * @throws dev.tidegate.problem.TidegateException TG-2206 without it
   */
  Optional<Consent> consent(CopyRequest request, CopyOptions options, Dialects dialects) {
    if (to.isEmpty() || options.dryRun() || options.mode() == Mode.INSERT) {
      return Optional.empty();
    }
    var overwriting =
        Overwriting.of(request.keyboard(), to.get().identity(), options.mode() == Mode.REPLACE);
    var consent = overwriting.consent();
    consent.ifPresent(
        words ->
            overwriting.record(words, writable(request), dialects.of(request.target().product())));
    return consent;
  }

  private static String meaning(Mode mode) {
    return switch (mode) {
      case INSERT -> "insert, into tables that are empty";
      case REPLACE -> "replace, what the target's tables hold is deleted";
      case UPSERT -> "upsert, rows of the same primary key are overwritten";
    };
  }

  private static String nameToConfirm(ConnectionSettings target) {
    var database = target.url().database();
    return target.product() == Product.SQLITE
        ? String.valueOf(Path.of(database).getFileName())
        : database;
  }

  private static boolean isNewFile(ConnectionSettings settings) {
    return settings.product() == Product.SQLITE
        && !Files.exists(Path.of(settings.url().database()));
  }

  /** Looks for a way. */
  private interface Search {
    Way find() throws SQLException;
  }

  private static Way found(Search search, Function<SQLException, Problem> unreadable) {
    try {
      return search.find();
    } catch (SQLException e) {
      throw unreadable.apply(e).exception(e);
    }
  }
}
