package dev.tidegate.guard;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.plan.Hazard;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.problem.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What guards say when they say no. */
final class GuardProblems {
  private static final String UNTOUCHED = "nothing was changed";

  private GuardProblems() {}

  /** A hazard of a file that nobody approved. */
  record Unapproved(String script, Hazard hazard, Optional<String> amount) {}

  static Problem tooOld(String url, String version) {
    return Problem.of(
            ProblemCode.DATABASE_VERSION_UNSUPPORTED, "PostgreSQL " + version + " is too old")
        .withDetail(url + "; the oldest version supported is 14")
        .withState(UNTOUCHED);
  }

  static Problem replica(DatabaseIdentity identity, Optional<String> primary) {
    var url =
        primary.map(
            place -> ShellWord.of("jdbc:postgresql://" + place + "/" + identity.database()));
    return Problem.of(ProblemCode.DATABASE_READ_ONLY, identity.url() + " is a read-only replica")
        .withDetail(
            "pg_is_in_recovery() is true; "
                + primary
                    .map(place -> "it follows " + place)
                    .orElse("it does not tell whom it follows")
                + "; "
                + from(identity))
        .withState(UNTOUCHED)
        .withHint("give the primary's URL: -Dtidegate.url=" + url.orElse("…"));
  }

  static Problem readOnly(DatabaseIdentity identity, String source) {
    return Problem.of(
            ProblemCode.DATABASE_READ_ONLY,
            "transactions of " + identity.user() + " on " + identity.url() + " are read only")
        .withDetail("default_transaction_read_only is on, by " + source + "; " + from(identity))
        .withState(UNTOUCHED)
        .withHint(
            "somebody meant it; to take it back: "
                + switch (source) {
                  case "a setting of the role" ->
                      "ALTER ROLE " + identity.user() + " RESET default_transaction_read_only";
                  case "a setting of the database" ->
                      "ALTER DATABASE "
                          + identity.database()
                          + " RESET default_transaction_read_only";
                  default -> "turn it off in " + source;
                });
  }

  static Problem pooler(String goal, DatabaseIdentity identity, Optional<String> direct) {
    var found = identity.pooler().map(Pooler::found).orElse("");
    return Problem.of(
            ProblemCode.POOLER_IN_BETWEEN,
            "a transaction pooler is between us and " + identity.url())
        .withDetail("found by " + found + "; " + from(identity))
        .withDetail(
            "what has to outlive a transaction is lost there: the lock against a second "
                + goal
                + ", lock_timeout, the search path")
        .withState(UNTOUCHED)
        .withHint(
            "name the database without its pooler: -Dtidegate.directUrl="
                + ShellWord.of(
                    direct.orElse(
                        "jdbc:postgresql://HOST-OF-THE-SERVER:5432/" + identity.database())));
  }

  static Problem poolerRefusesSearchPath(ConnectionSettings main, Problem refused) {
    return Problem.of(ProblemCode.CANNOT_CONNECT, refused.summary())
        .withDetail(refused.detail())
        .withDetail("PgBouncer is in between and takes no search path at login")
        .withState(UNTOUCHED)
        .withHint(
            "name the database without its pooler: -Dtidegate.url="
                + inSchema(
                    "jdbc:postgresql://HOST-OF-THE-SERVER:5432/" + main.url().database(),
                    String.join(",", main.url().schemas())));
  }

  static Problem otherDatabase(ConnectionSettings main, ConnectionSettings direct) {
    return Problem.of(ProblemCode.BAD_PARAMETERS, "the direct URL names another database")
        .withDetail(main.url().display() + ", the URL came from " + main.origin())
        .withDetail(direct.url().display() + ", the URL came from " + direct.origin())
        .withState(UNTOUCHED)
        .withHint("give the direct URL of the database you mean: -Dtidegate.directUrl=…");
  }

  private static String inSchema(String url, String schema) {
    return ShellWord.of(url + "?schema=" + schema);
  }

  private static String from(DatabaseIdentity identity) {
    return "the URL came from " + identity.origin();
  }

  static Problem environmentDiffers(String goal, DatabaseIdentity identity, String stated) {
    var marked = identity.environment().orElse("");
    return Problem.of(
            ProblemCode.ENVIRONMENT_DIFFERS,
            "the database is marked " + marked + ", and " + stated + " was stated")
        .withDetail(identity.url() + ", the URL came from " + identity.origin())
        .withState(UNTOUCHED)
        .withHint(
            new EnvironmentLabel(stated)
                    .meant()
                    .filter(marked::equals)
                    .map(meant -> "write the label as the database has it: ")
                    .orElse("if this is the database you mean: ")
                + "mvn tidegate:%s -Dtidegate.environment=%s"
                    .formatted(goal, ShellWord.of(marked)));
  }

  static Problem environmentNotStated(String goal, DatabaseIdentity identity) {
    var marked = identity.environment().orElse("");
    return Problem.of(
            ProblemCode.ENVIRONMENT_NOT_STATED,
            "the database is marked " + marked + ", and no environment was stated")
        .withDetail(identity.url() + ", the URL came from " + identity.origin())
        .withState(UNTOUCHED)
        .withHint(
            "if this is the database you mean: mvn tidegate:%s -Dtidegate.environment=%s"
                .formatted(goal, ShellWord.of(marked)));
  }

  static Problem environmentNotReadable(String table, DatabaseIdentity identity) {
    return Problem.of(
            ProblemCode.HISTORY_NOT_READABLE,
            "the database's environment cannot be read by " + identity.user())
        .withDetail(table + " is there, and " + identity.user() + " has no right to SELECT from it")
        .withState(UNTOUCHED)
        .withHint("GRANT SELECT ON %s TO %s".formatted(table, identity.user()));
  }

  static Problem environmentUnreadable(DatabaseIdentity identity, String fault) {
    return Problem.of(
            ProblemCode.ENVIRONMENT_UNREADABLE, "the label of the database cannot be read")
        .withDetail(fault + "; " + identity.url() + ", " + from(identity))
        .withState(UNTOUCHED)
        .withHint(
            "SELECT * FROM tidegate_environment; it has to be a table with one row, whose column label"
                + " is the environment");
  }

  static Problem environmentNotRenamed(DatabaseIdentity identity, String from) {
    return Problem.of(
            ProblemCode.ENVIRONMENT_NOT_RENAMED,
            identity
                .environment()
                .map(
                    label ->
                        "the database is marked " + label + ", so it is not renamed from " + from)
                .orElse("the database is not marked, so it is not renamed from " + from))
        .withDetail(identity.url() + ", " + from(identity))
        .withState(UNTOUCHED)
        .withHint(
            identity
                .environment()
                .map(
                    label ->
                        "if this is the database you mean: -Dtidegate.renameEnvironment="
                            + ShellWord.of(label))
                .orElse(
                    "leave renameEnvironment out: a database without a label takes the new one"));
  }

  static Problem renameWithoutLabel(String from) {
    return Problem.of(ProblemCode.BAD_PARAMETERS, "renameEnvironment does not say the new label")
        .withDetail("renameEnvironment=" + from + " names the label that the database carries now")
        .withState(UNTOUCHED)
        .withHint(
            "-Dtidegate.renameEnvironment="
                + ShellWord.of(from)
                + " -Dtidegate.environment=<the new label>");
  }

  static Problem environmentUnclear(String label, String meant) {
    return Problem.of(
            ProblemCode.BAD_PARAMETERS, "environment `" + label + "` is nearly `" + meant + "`")
        .withDetail(
            "a label stays in the database, and only `"
                + meant
                + "` means what it says to everybody")
        .withState(UNTOUCHED)
        .withHint(
            "-Dtidegate.environment=" + meant + ", or a word of your own that is not so near");
  }

  static Problem historyElsewhere(DatabaseIdentity identity) {
    var place = String.join(", ", identity.histories());
    var here = identity.schema().orElse("none");
    return Problem.of(
            ProblemCode.HISTORY_ELSEWHERE,
            "the migration history is in schema %s, and the search path leads to %s"
                .formatted(place, here))
        .withDetail(path(identity))
        .withDetail(identity.url() + " as " + identity.user() + ", " + from(identity))
        .withState(UNTOUCHED)
        .withHint(
            "name the schema in the URL: -Dtidegate.url=%s (or ?schema=%s, where a history is to begin there too)"
                .formatted(inSchema(identity.url(), identity.histories().get(0)), here));
  }

  static Problem searchPathVanished(DatabaseIdentity identity) {
    return Problem.of(
            ProblemCode.HISTORY_ELSEWHERE,
            identity.schema().isEmpty()
                ? "the search path leads to no schema"
                : "the search path names a schema that is not there, and leads to "
                    + identity.schema().get())
        .withDetail(path(identity))
        .withDetail(identity.url() + " as " + identity.user() + ", " + from(identity))
        .withState(UNTOUCHED)
        .withHint(
            "name the schema in the URL: -Dtidegate.url="
                + inSchema(
                    identity.url(),
                    identity.vanished().stream()
                        .findFirst()
                        .or(identity::schema)
                        .orElse("public")));
  }

  private static String path(DatabaseIdentity identity) {
    return "the search path is "
        + (identity.searchPath().isEmpty() ? "empty" : String.join(", ", identity.searchPath()))
        + (identity.vanished().isEmpty()
            ? ""
            : "; it names " + String.join(", ", identity.vanished()) + ", not there for this user");
  }

  static Problem consentMissing(
      CodingAgent.Seen agent, List<String> deeds, Optional<String> words) {
    return Problem.of(
            ProblemCode.CONSENT_MISSING,
            "a coding agent (%s) may not do this without the consent of a person"
                .formatted(agent.name()))
        .withDetail(deeds)
        .withDetail(
            "the variable "
                + agent.variable()
                + " shows the agent"
                + words
                    .map(text -> "; `" + text + "` is too short to be a person's consent to it")
                    .orElse(""))
        .withState(UNTOUCHED)
        .withHint(
            "ask the person; do not answer yourself. Show them the lines above, and pass on what they"
                + " say in their own words: -Dtidegate.consent=\"…\"");
  }

  static Problem badApprovals(List<String> lines) {
    return Problem.of(ProblemCode.BAD_PARAMETERS, "approval not understood")
        .withDetail(lines)
        .withState(UNTOUCHED)
        .withHint("mvn tidegate:deploy -Dtidegate.dryRun=true lists what needs approval");
  }

  static Problem notApproved(List<Unapproved> hazards) {
    var first = hazards.get(0);
    var allow =
        hazards.stream()
            .map(one -> one.hazard().approval())
            .distinct()
            .collect(Collectors.joining(","));
    return Problem.of(
            ProblemCode.HAZARD_NOT_ALLOWED,
            "pending migrations would destroy data, and that is not allowed")
        .withDetail(
            hazards.stream()
                .map(
                    one ->
                        "%s: %s%s   [%s]"
                            .formatted(
                                one.script(),
                                one.hazard().message(),
                                one.amount().map(it -> " (" + it + " now)").orElse(""),
                                one.hazard().type().word()))
                .toList())
        .withState(UNTOUCHED)
        .withHint(
            "if this is intended: put `-- tidegate:allow %s %s because …` into %s, or\nmvn tidegate:deploy -Dtidegate.allow=%s"
                .formatted(
                    first.hazard().type().word(),
                    first.hazard().object().display(),
                    first.script(),
                    ShellWord.of(allow)));
  }

  static Problem certainToFail(List<Probed> answers) {
    var scripts = answers.stream().map(Probed::script).distinct().toList();
    return Problem.of(
            ProblemCode.DATA_WOULD_REFUSE,
            String.join(", ", scripts) + " would fail on the rows that the database holds")
        .withDetail(
            answers.stream()
                .map(
                    it ->
                        "%s: %s%s   [%s]"
                            .formatted(
                                it.script(),
                                it.text(),
                                it.keys().isEmpty()
                                    ? ""
                                    : ", keys: " + String.join(", ", it.keys()),
                                it.hazard().type().word()))
                .toList())
        .withState(UNTOUCHED)
        .withHint(
            answers.stream()
                .flatMap(it -> it.hazard().culprits().or(it.hazard()::probe).stream())
                .distinct()
                .collect(
                    Collectors.joining(
                        "\n", "mend these rows, here or in an earlier statement:\n", "")));
  }

  static Problem planDiffers(String wanted, String actual, List<String> difference) {
    return Problem.of(ProblemCode.PLAN_DIFFERS, "the pending plan is not the one that was reviewed")
        .withDetail("reviewed " + wanted)
        .withDetail("pending  " + actual)
        .withDetail(difference)
        .withState(UNTOUCHED)
        .withHint("review it again: mvn tidegate:deploy -Dtidegate.dryRun=true");
  }

  static Problem checksFailed(List<String> lines) {
    return Problem.of(
            ProblemCode.VERIFY_FAILED,
            lines.size() == 1
                ? "1 check failed after the deploy"
                : lines.size() + " checks failed after the deploy")
        .withDetail(lines)
        .withState("the migrations remain applied")
        .withHint(
            "each check has to return no row, or one row with one boolean that is true (on SQLite in a"
                + " column named ok)");
  }

  static Problem checksUnreadable(String file, String why) {
    return Problem.of(ProblemCode.FILE_MISSING, "check " + file + " cannot be read")
        .withDetail(why)
        .withState(UNTOUCHED);
  }
}
