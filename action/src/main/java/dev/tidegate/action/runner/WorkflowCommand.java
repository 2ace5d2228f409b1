package dev.tidegate.action.runner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A command to the runner, as {@code ::error file=a.sql,line=3::message}. <a
 * href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">Manual</a>.
 *
 * @param name what to do
 * @param properties how, in this order; an empty value is left out
 * @param data the text
 */
record WorkflowCommand(String name, Map<String, String> properties, String data) {

  WorkflowCommand {
    properties = new LinkedHashMap<>(properties);
  }

  static WorkflowCommand of(String name, String data) {
    return new WorkflowCommand(name, Map.of(), data);
  }

  /** One line, without a line end. */
  String line() {
    var written =
        properties.entrySet().stream()
            .filter(property -> !property.getValue().isEmpty())
            .map(property -> property.getKey() + "=" + escapeProperty(property.getValue()))
            .collect(Collectors.joining(","));
    return "::" + name + (written.isEmpty() ? "" : " " + written) + "::" + escape(data);
  }

  /** The percent sign first: it begins the escapes. */
  private static String escape(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String escapeProperty(String text) {
    return escape(text).replace(":", "%3A").replace(",", "%2C");
  }
}
