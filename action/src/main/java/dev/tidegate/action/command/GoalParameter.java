package dev.tidegate.action.command;

import static dev.tidegate.action.command.GoalParameter.Kind.DATABASE;
import static dev.tidegate.action.command.GoalParameter.Kind.FLAG;
import static dev.tidegate.action.command.GoalParameter.Kind.LIST;
import static dev.tidegate.action.command.GoalParameter.Kind.NUMBER;
import static dev.tidegate.action.command.GoalParameter.Kind.PATH;
import static dev.tidegate.action.command.GoalParameter.Kind.SECRET;
import static dev.tidegate.action.command.GoalParameter.Kind.STATE;
import static dev.tidegate.action.command.GoalParameter.Kind.TEXT;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An input that is a parameter of the plugin too, under the same name in camelCase.
 *
 * @param input the input
 * @param kind what its value is
 * @param goals those that have the parameter
 */
record GoalParameter(InputName input, Kind kind, List<String> goals) {
  private static final Pattern HYPHEN = Pattern.compile("-([a-z])");

  /** What a value is, as far as it has to be known to hand it on. */
  enum Kind {
    TEXT,
    /** Several values; a line each will do as well. */
    LIST,
    FLAG,
    NUMBER,
    /** A file or a directory of the project. */
    PATH,
    /** A path, unless it is a word of the plugin's own. */
    STATE,
    /** A database, whose URL may hold a password. */
    DATABASE,
    /** What may be, or hold, a password. */
    SECRET
  }

  static final List<GoalParameter> ALL =
      List.of(
          of(InputName.URL, DATABASE, "diff deploy status copy"),
          of(InputName.USER, TEXT, "diff deploy status copy"),
          of(InputName.PASSWORD, SECRET, "diff deploy status copy"),
          of(InputName.SERVER_ID, TEXT, "diff deploy status copy"),
          of(InputName.DIRECT_URL, DATABASE, "diff deploy status copy"),
          of(InputName.ENVIRONMENT, TEXT, "diff deploy status copy"),
          of(InputName.SCHEMAS, LIST, "diff deploy status copy"),
          of(InputName.EXCLUDE, LIST, "diff deploy status copy"),
          of(InputName.SCHEMA, STATE, "diff"),
          of(InputName.MIGRATIONS, PATH, "diff deploy status"),
          of(InputName.DIALECT, TEXT, "diff deploy"),
          of(InputName.RENAMES, LIST, "diff"),
          of(InputName.STRATEGY, TEXT, "diff"),
          of(InputName.PRIVILEGES, FLAG, "diff"),
          of(InputName.SCRATCH, SECRET, "diff deploy status"),
          of(InputName.SCRATCH_VERSION, NUMBER, "diff deploy status"),
          of(InputName.SCRATCH_TRUST, TEXT, "diff deploy status"),
          of(InputName.ALLOW, LIST, "deploy"),
          of(InputName.PLAN_HASH, TEXT, "deploy"),
          of(InputName.DRY_RUN, FLAG, "deploy copy"),
          of(InputName.TARGET, TEXT, "deploy"),
          of(InputName.BASELINE, TEXT, "deploy"),
          of(InputName.BACKUP, TEXT, "deploy"),
          of(InputName.BACKUP_DIRECTORY, PATH, "deploy status"),
          of(InputName.BACKUP_WITH, TEXT, "deploy"),
          of(InputName.LOCK_TIMEOUT, TEXT, "deploy copy"),
          of(InputName.STATEMENT_TIMEOUT, TEXT, "deploy"),
          of(InputName.LOCK_RETRIES, NUMBER, "deploy"),
          of(InputName.PROBE_TIMEOUT, TEXT, "deploy"),
          of(InputName.DEPLOY_WAIT, TEXT, "deploy"),
          of(InputName.CHECKS, PATH, "deploy"),
          of(InputName.RESUME_AT, TEXT, "deploy"),
          of(InputName.RENAME_ENVIRONMENT, TEXT, "deploy"),
          of(InputName.TARGETS, STATE, "deploy status"),
          of(InputName.SHARD, TEXT, "deploy status"),
          of(InputName.JOBS, NUMBER, "deploy status"),
          of(InputName.CANARY, TEXT, "deploy"),
          of(InputName.ON_FAILURE, TEXT, "deploy"),
          of(InputName.EXACT_ROWS, FLAG, "status"),
          of(InputName.FAIL_ON_PENDING, FLAG, "status"),
          of(InputName.SOURCE, DATABASE, "copy"),
          of(InputName.TARGET, DATABASE, "copy"),
          of(InputName.TABLES, LIST, "copy"),
          of(InputName.MODE, TEXT, "copy"),
          of(InputName.CONFIRM, TEXT, "copy"),
          of(InputName.ON_BAD_VALUE, TEXT, "copy"),
          of(InputName.TIMESTAMPS, LIST, "copy"),
          of(InputName.VERIFY, TEXT, "copy"),
          of(InputName.CREATE_SCHEMA, TEXT, "copy"));

  /** Those that run SQL in scratch databases. */
  static List<String> goalsWithScratch() {
    return ALL.stream()
        .filter(parameter -> parameter.input() == InputName.SCRATCH_TRUST)
        .flatMap(parameter -> parameter.goals().stream())
        .toList();
  }

  private static GoalParameter of(InputName input, Kind kind, String goals) {
    return new GoalParameter(input, kind, List.of(goals.split(" ")));
  }

  /** As the plugin calls it: {@code lockTimeout}. */
  String name() {
    return HYPHEN
        .matcher(input.word())
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }
}
