package dev.tidegate.action.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A workflow, read.
 *
 * @param name file, and number of the block in a document
 * @param text as it stands there
 * @param root of its YAML
 * @param whole whether it can be copied as it is; else jobs or steps, to which we added what is
 *     missing
 */
record Workflow(String name, String text, JsonNode root, boolean whole) {

  /** A step, with the job that it belongs to. */
  record Step(String job, JsonNode node) {
    String uses() {
      return node.path("uses").asText("");
    }

    boolean isOurs() {
      return uses().matches("tidegate/tidegate@.*|\\./");
    }

    /** Whether the document shows steps and no job around them. */
    boolean isAlone() {
      return job.equals(Workflows.FRAMED);
    }

    String input(String name) {
      return node.path("with").path(name).asText("");
    }
  }

  Map<String, JsonNode> jobs() {
    return members(root.path("jobs"));
  }

  List<Step> steps() {
    return jobs().entrySet().stream()
        .flatMap(
            job -> elements(job.getValue().path("steps")).map(node -> new Step(job.getKey(), node)))
        .toList();
  }

  /** Steps of ours that run one of these commands. */
  List<Step> running(String... commands) {
    return steps().stream()
        .filter(Step::isOurs)
        .filter(step -> List.of(commands).contains(step.input("command")))
        .toList();
  }

  /** What its token may do. */
  Map<String, JsonNode> permissions() {
    return members(root.path("permissions"));
  }

  /** The step with this id. */
  Optional<Step> step(String id) {
    return steps().stream().filter(it -> it.node().path("id").asText("").equals(id)).findAny();
  }

  static Map<String, JsonNode> members(JsonNode object) {
    var members = new TreeMap<String, JsonNode>();
    object.properties().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
    return members;
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  @Override
  public String toString() {
    return name;
  }
}
