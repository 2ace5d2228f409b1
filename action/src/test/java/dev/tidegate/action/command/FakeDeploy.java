package dev.tidegate.action.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tidegate.action.json.Json;
import dev.tidegate.action.maven.GoalRequest;
import dev.tidegate.action.maven.GoalRun;
import dev.tidegate.action.maven.Goals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The goals {@code deploy} and {@code status} over a database of the test's own: what they report
 * and what they do follows from which files are applied, as the plugin's does.
 */
final class FakeDeploy implements Goals {
  final Map<String, List<String>> folder = new LinkedHashMap<>();
  final List<String> applied = new ArrayList<>();
  final List<String> appliedOn = new ArrayList<>();
  final List<String> drift = new ArrayList<>();
  final List<GoalRequest> requests = new ArrayList<>();

  /** File whose first run fails. */
  String fails = "";

  /** What the analysis says no to. */
  String objection = "";

  /** What happens before the files are applied. */
  Runnable meanwhile = () -> {};

  boolean withoutReport;
  boolean ofMany;

  @Override
  public GoalRun run(GoalRequest request) {
    requests.add(request);
    var report = request.goals().contains("status") ? status() : deploy(request);
    var goal = request.goals().get(0);
    return withoutReport && !isDry(request)
        ? new GoalRun(137, Map.of(), Path.of("target/tidegate"), Optional.empty())
        : new GoalRun(
            0,
            Map.of(goal, Json.parseObject(report.toString())),
            Path.of("target/tidegate"),
            Optional.empty());
  }

  private static boolean isDry(GoalRequest request) {
    return "true".equals(request.parameters().get("dryRun"));
  }

  /** Those that were run in earnest. */
  List<GoalRequest> deploys() {
    return requests.stream()
        .filter(request -> request.goals().contains("deploy") && !isDry(request))
        .toList();
  }

  JsonObject deploy(GoalRequest request) {
    if (!isDry(request)) {
      meanwhile.run();
    }
    var json = new JsonObject();
    json.addProperty("format", 1);
    json.addProperty("goal", "deploy");
    if (ofMany) {
      json.add("totals", new JsonObject());
      return json;
    }
    var pending = pending();
    json.addProperty("planHash", hash(applied, pending, drift));
    json.add("drift", texts(drift));
    json.add("plan", plan(pending));
    var wanted = request.parameters().getOrDefault("planHash", "");
    if (!objection.isEmpty()) {
      json.add("problem", problem("TG-3201", "data-loss-not-allowed", objection));
    } else if (!wanted.isEmpty() && !isNamed(wanted, pending)) {
      json.add("problem", problem("TG-2207", "plan-differs", "the pending plan is another one"));
    } else if (!isDry(request)) {
      apply(pending, json);
    }
    json.add("migrations", migrations(pending));
    return json;
  }

  private void apply(List<String> pending, JsonObject json) {
    for (var script : pending) {
      if (script.equals(fails)) {
        fails = "";
        json.add("problem", problem("TG-2103", "migration-failed", script + " failed"));
        return;
      }
      applied.add(script);
    }
    var rows = new JsonObject();
    rows.addProperty("table", "public.users");
    rows.addProperty("before", 1204);
    rows.addProperty("after", 1204);
    rows.addProperty("exact", true);
    var all = new JsonArray();
    all.add(rows);
    json.add("rows", all);
  }

  private List<String> pending() {
    return folder.keySet().stream().filter(script -> !applied.contains(script)).toList();
  }

  private boolean isNamed(String wanted, List<String> pending) {
    if (hash(applied, pending, drift).equals(wanted)) {
      return true;
    }
    var rest = new ArrayList<>(pending);
    for (int i = applied.size() - 1; i >= 0 && drift.isEmpty(); i--) {
      rest.add(0, applied.get(i));
      if (hash(applied.subList(0, i), rest, List.of()).equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private String hash(List<String> before, List<String> pending, List<String> state) {
    var text = before + "|" + pending.stream().map(it -> it + folder.get(it)).toList() + state;
    return String.format("%064x", text.hashCode() & 0xffffffffL);
  }

  private JsonArray plan(List<String> pending) {
    var plan = new JsonArray();
    for (var script : pending) {
      var file = new JsonObject();
      file.addProperty("script", script);
      var statements = new JsonArray();
      for (var sql : folder.getOrDefault(script, List.of())) {
        var statement = new JsonObject();
        statement.addProperty("sql", sql);
        statement.addProperty("hash", "0".repeat(64));
        statements.add(statement);
      }
      file.add("statements", statements);
      plan.add(file);
    }
    return plan;
  }

  private JsonArray migrations(List<String> pending) {
    var migrations = new JsonArray();
    for (var script : pending) {
      var migration = new JsonObject();
      migration.addProperty("script", script);
      migration.addProperty("applied", applied.contains(script));
      migration.addProperty("millis", 41);
      migrations.add(migration);
    }
    return migrations;
  }

  private JsonObject status() {
    var json = new JsonObject();
    var migrations = new JsonArray();
    for (int i = 0; i < applied.size(); i++) {
      var migration = new JsonObject();
      migration.addProperty("script", applied.get(i));
      migration.addProperty("status", "applied");
      if (i < appliedOn.size()) {
        migration.addProperty("on", appliedOn.get(i));
      }
      migrations.add(migration);
    }
    json.add("migrations", migrations);
    return json;
  }

  private static JsonObject problem(String code, String name, String summary) {
    var problem = new JsonObject();
    problem.addProperty("code", code);
    problem.addProperty("name", name);
    problem.addProperty("summary", summary);
    problem.add("detail", new JsonArray());
    problem.addProperty("state", "what was applied before remains");
    return problem;
  }

  private static JsonArray texts(List<String> texts) {
    var array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
