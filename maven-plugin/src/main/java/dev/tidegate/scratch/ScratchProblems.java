package dev.tidegate.scratch;

import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that can be said when a scratch database is not to be had. */
public final class ScratchProblems {
  private static final String UNTOUCHED = "nothing was changed";
  private static final String OTHER_WAYS =
      """
      use an image that has it:  -Dtidegate.scratch=docker:IMAGE
      or a server that has it:   -Dtidegate.scratch=jdbc:postgresql://HOST/DATABASE""";

  private ScratchProblems() {}

  /**
   * The scratch server lacks an extension that the SQL creates. PostgreSQL reports it with SQLSTATE
   * 0A000 or 58P01.
   *
   * @param available the names of those it has
   */
  public static Problem extensionNotAvailable(String name, List<String> available) {
    return Problem.of(
            ProblemCode.EXTENSION_NOT_AVAILABLE,
            "extension \"" + name + "\" is not available in the scratch database")
        .withDetail(
            available.isEmpty()
                ? "the scratch server has none"
                : "the scratch server has: " + String.join(", ", available))
        .withState(UNTOUCHED)
        .withHint(OTHER_WAYS);
  }

  static Problem extensionRestricted(String name) {
    return Problem.of(
            ProblemCode.SCRATCH_RESTRICTED,
            "extension \"" + name + "\" is refused in a restricted scratch database")
        .withDetail(
            "it needs a superuser, and is not among those that are known to be harmless: "
                + String.join(", ", PostgresDatabases.HARMLESS_EXTENSIONS))
        .withState(UNTOUCHED)
        .withHint(
            "review the SQL, then run it where it is trusted: -Dtidegate.scratchTrust=trusted");
  }

  static Problem rolesNotProvided(String role) {
    return Problem.of(
            ProblemCode.STATE_NOT_SUPPORTED,
            "role \"" + role + "\" does not exist on the scratch server")
        .withDetail("roles belong to a whole server, and this one is not Tidegate's own")
        .withState(UNTOUCHED)
        .withHint("use -Dtidegate.scratch=embedded, or run there: CREATE ROLE \"" + role + "\"");
  }

  static Problem serverRoleTooStrong(String display, List<String> rights) {
    return Problem.of(ProblemCode.SCRATCH_RESTRICTED, "the login to " + display + " may too much")
        .withDetail("SQL that is not trusted would run as: " + String.join(", ", rights))
        .withState(UNTOUCHED)
        .withHint(
            "use -Dtidegate.scratch=embedded, or a login without these rights\n"
                + "for SQL that you trust: -Dtidegate.scratchTrust=trusted");
  }

  static Problem dockerNotAvailable() {
    return Problem.of(ProblemCode.DOCKER_NOT_AVAILABLE, "Docker does not answer")
        .withDetail("-Dtidegate.scratch=docker needs it for the scratch database")
        .withState(UNTOUCHED)
        .withHint("see that `docker info` works, or use -Dtidegate.scratch=embedded");
  }

  static Problem containerNotStarted(String image, Throwable error) {
    var words = new ArrayList<String>();
    for (var cause = Optional.of(error); cause.isPresent(); ) {
      words.add(String.valueOf(cause.get().getMessage()));
      cause = Optional.ofNullable(cause.get().getCause());
    }
    return notStarted("container " + image).withDetail(words);
  }

  static Problem kindNotUnderstood(String kind) {
    return Problem.of(ProblemCode.BAD_PARAMETERS, "scratch is not understood: \"" + kind + "\"")
        .withDetail("it is embedded, docker, docker:IMAGE or the URL of a PostgreSQL server")
        .withHint("-Dtidegate.scratch=embedded");
  }

  static Problem majorVersionUnknown(int major) {
    return Problem.of(
            ProblemCode.DATABASE_VERSION_UNSUPPORTED, "there is no embedded PostgreSQL " + major)
        .withDetail("embedded are 14, 15, 16, 17 and 18")
        .withState(UNTOUCHED)
        .withHint("-Dtidegate.scratchVersion=17, or -Dtidegate.scratch=docker:postgres:" + major);
  }

  static Problem rootOnly() {
    return notStarted(
            "PostgreSQL refuses to run as root, and nothing here starts it as somebody else:"
                + " neither unshare -U, setpriv, runuser, su-exec nor su works")
        .withHint("run as a user other than root, or give a server: -Dtidegate.scratch=URL");
  }

  static Problem folderOfAnother(Path folder) {
    return notStarted("the folder " + folder + " belongs to another user")
        .withHint("delete it, or name a folder that all users may enter: TIDEGATE_CACHE=FOLDER");
  }

  static Problem serverEnded(Path log, List<String> lastLines) {
    return notStarted("its log is " + log).withDetail(lastLines);
  }

  static Problem notStarted(String why) {
    return Problem.of(ProblemCode.SCRATCH_NOT_STARTED, "scratch database did not start")
        .withDetail(why)
        .withState(UNTOUCHED);
  }

  static Problem databaseError(String doing, Throwable error) {
    return Problem.of(ProblemCode.DATABASE_ERROR, "scratch database: " + doing + " did not succeed")
        .withDetail(String.valueOf(error.getMessage()))
        .withState(UNTOUCHED);
  }
}
