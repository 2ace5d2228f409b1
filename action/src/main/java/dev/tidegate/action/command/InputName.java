package dev.tidegate.action.command;

import java.util.Locale;
import java.util.Optional;

/**
 * The step's inputs, which are the command line's options too. {@code action.yml} and {@code
 * docs/action.md} name the same ones. One that is a parameter of the plugin is handed on as such
 * where it is given; where it is not, the pom's value holds, or the plugin's default.
 */
public enum InputName {
  COMMAND("review", "what to do: review, deploy, status, copy or comment"),
  WORKING_DIRECTORY(".", "directory of the project within the checkout"),
  POM(
      "auto",
      "whether Maven loads the project: auto where its pom names the plugin, always, never"),
  MAVEN_ARGS("", "more arguments for Maven, as -Pprofile"),
  PASS_ENV("", "variables of the step that Maven may see, for settings.xml"),
  GITHUB_TOKEN("", "token for comments, pull requests and issues"),

  URL("", "database, as a secret: jdbc:postgresql://… or postgres://user:password@host/db"),
  USER("", "user of the database"),
  PASSWORD("", "password of the database, as a secret"),
  SERVER_ID("", "server in settings.xml that holds user and password"),
  DIRECT_URL("", "the same database without its pooler, as a secret"),
  PROBE_URL("", "database for a review to read only, as a secret; url where it is not given"),
  ENVIRONMENT("", "label of the database, as production"),
  SCHEMAS("", "schemas that are compared"),
  EXCLUDE("", "objects that are left out"),
  SCHEMA("", "the declared schema"),
  MIGRATIONS("", "directory of the migrations"),
  DIALECT("", "postgresql or sqlite"),
  RENAMES("", "renames that a diff should know, users.name:full_name"),
  STRATEGY("", "online or simple"),
  PRIVILEGES("", "whether owners and privileges are compared"),
  SCRATCH("", "where states are compared: embedded, docker or a server's URL"),
  SCRATCH_VERSION("", "major version of PostgreSQL that states are compared on"),
  SCRATCH_TRUST(
      "",
      "trusted or restricted; default for an event of GitHub: restricted, always so for a fork"),

  ALLOW("", "hazards approved, drop-column:public.users.legacy"),
  FAIL_ON("hazards,diff", "what fails a step: hazards, diff, drift, none, or types of hazards"),
  APPROVAL("plan-hash", "what a deploy needs: none, plan-hash or review"),
  ON_DIRECT_PUSH("refuse", "deploy of a commit without a pull request: refuse or deploy"),
  BRANCHES("", "branches that are deployed, and their tags; the default branch if absent"),
  PLAN_HASH("", "plan that a former environment applied; no other one is"),
  ON_FORK("review", "pull requests of forks: review or skip"),
  COMMENT("changes", "when a review comments: changes, always, new or never"),
  COMMENT_KEY("", "key of the comment; directory and environment where it is not given"),
  COMMENT_AUTHOR(
      "", "account that writes the comments, as my-app[bot]; that of the token if absent"),
  ON_COMMENT_FAILURE("warn", "when GitHub does not take the comment: warn or fail"),

  DRY_RUN("", "everything up to applying, changes nothing"),
  TARGET("", "last version to deploy; for copy, the database that is written, as a secret"),
  BASELINE("", "version at which an existing database is adopted"),
  BACKUP("", "auto, always or never"),
  BACKUP_DIRECTORY("", "where backups are written"),
  BACKUP_WITH("", "what makes backups: auto, pg_dump or tidegate"),
  LOCK_TIMEOUT("", "time that a statement waits for a lock, 5s"),
  STATEMENT_TIMEOUT("", "time that a statement may run, 10min"),
  LOCK_RETRIES("", "how often what got no lock is tried again"),
  PROBE_TIMEOUT("", "time that one question to the live database may take"),
  DEPLOY_WAIT("", "time to wait for another deploy to end"),
  CHECKS("", "directory of queries that have to hold after a deploy"),
  RESUME_AT("", "statement at which an interrupted migration goes on"),
  RENAME_ENVIRONMENT("", "label of the database that environment replaces"),
  TARGETS("", "many databases or schemas: a query on url, or a file with one a line"),
  SHARD("", "part of targets that this job is about, 2/8"),
  JOBS("", "how many of targets are worked on at a time"),
  CANARY("", "how many of targets are deployed to before the others, or which one"),
  ON_FAILURE("", "what the failure of one target means for the others: stop or continue"),

  EXACT_ROWS("", "whether status counts the rows of each table"),
  FAIL_ON_PENDING("", "whether status fails when migrations are pending"),

  SOURCE("", "database that copy reads; as a secret where it has a password"),
  TABLES("", "tables that copy copies"),
  MODE("", "insert, replace or upsert"),
  CONFIRM("", "name of the database that copy may overwrite"),
  ON_BAD_VALUE("", "fail or reject"),
  TIMESTAMPS("", "how copy reads numbers as times: auto, s, ms, us or iso"),
  VERIFY("", "digest, count or none"),
  CREATE_SCHEMA("", "whether copy makes tables: auto where the target is empty, always, never"),

  DRIFT_ISSUE("true", "whether status keeps an issue while there is drift");

  private final String otherwise;
  private final String description;

  InputName(String otherwise, String description) {
    this.otherwise = otherwise;
    this.description = description;
  }

  /** As workflows write it: {@code lock-timeout}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The variable of a container that runs without GitHub: {@code TIDEGATE_LOCK_TIMEOUT}. */
  public String variable() {
    return "TIDEGATE_" + name();
  }

  /** What holds where it is not given; nothing where that is for the pom or the plugin to say. */
  public Optional<String> otherwise() {
    return Optional.of(otherwise).filter(value -> !value.isEmpty());
  }

  /** One line. */
  public String description() {
    return description;
  }
}
