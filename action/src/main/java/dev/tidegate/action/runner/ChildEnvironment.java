package dev.tidegate.action.runner;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The environment of a process that the action starts: what such a process needs, and nothing that
 * the runner left lying about. {@code JAVA_HOME} of the runner names a JDK of another machine, and
 * {@code JAVA_TOOL_OPTIONS} or {@code MAVEN_OPTS} would run what somebody else put there.
 */
public final class ChildEnvironment {
  private static final Set<String> KEPT =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "LANGUAGE",
          "TZ",
          "TMPDIR",
          "CI",
          "SSL_CERT_FILE",
          "SSL_CERT_DIR",
          "GITHUB_ACTIONS",
          "GITHUB_WORKSPACE",
          "RUNNER_TEMP");

  private static final Pattern ALSO_KEPT = Pattern.compile("LC_[A-Z]+|(?i:(https?|all|no)_proxy)");

  /** What no setting of ours brings in: code for the child, or the workflow's own authority. */
  private static final Pattern NEVER =
      Pattern.compile(
          "JAVA_HOME|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|CLASSPATH|MAVEN_.*|M2_HOME"
              + "|LD_.*|DYLD_.*|BASH_ENV|ENV|INPUT_.*|ACTIONS_.*|GITHUB_(TOKEN|ENV|OUTPUT|PATH|STATE"
              + "|STEP_SUMMARY)");

  private final SortedMap<String, String> variables = new TreeMap<>();

  /** What is kept of {@code runner}, with the Java at {@code javaHome}. */
  public ChildEnvironment(Map<String, String> runner, String javaHome) {
    runner.forEach(
        (name, value) -> {
          if (KEPT.contains(name) || ALSO_KEPT.matcher(name).matches()) {
            variables.put(name, value);
          }
        });
    variables.put("JAVA_HOME", javaHome);
  }

  /** Takes over variables that the user names, as one that {@code settings.xml} reads. */
  public ChildEnvironment passing(Map<String, String> runner, Collection<String> names) {
    for (var name : names) {
      if (NEVER.matcher(name).matches()) {
        throw new IllegalArgumentException("variable " + name + " is never handed on");
      }
      if (runner.containsKey(name)) {
        variables.put(name, runner.getOrDefault(name, ""));
      }
    }
    return this;
  }

  /** Adds one; this is how a secret reaches the child, never as an argument. */
  public ChildEnvironment with(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** All of it, sorted by name. */
  public Map<String, String> variables() {
    return Collections.unmodifiableSortedMap(variables);
  }

  /** Gives {@code process} this environment and no other. */
  public void applyTo(ProcessBuilder process) {
    process.environment().clear();
    process.environment().putAll(variables);
  }
}
