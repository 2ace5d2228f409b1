package dev.tidegate.command;

import dev.tidegate.guard.DatabaseIdentity;
import dev.tidegate.report.Console;
import java.util.stream.Collectors;

/**
 * The console of one of many targets: each line starts with its name, and the database is named on
 * one line. Nobody is asked anything, since others go on meanwhile.
 */
record TargetConsole(String name, Console all) implements Console {

  @Override
  public void named(String goal, DatabaseIdentity identity) {
    var line = new StringBuilder(identity.url());
    if (!identity.user().isEmpty()) {
      line.append(" as ").append(identity.user());
    }
    identity.schema().ifPresent(schema -> line.append(", schema ").append(schema));
    line.append(", ").append(identity.product()).append(' ').append(identity.version());
    line.append(", environment ").append(identity.environment().orElse("(not marked)"));
    info(line.toString());
  }

  @Override
  public void info(String text) {
    all.info(prefixed(text));
  }

  @Override
  public void warn(String text) {
    all.warn(prefixed(text));
  }

  private String prefixed(String text) {
    return text.lines().map(line -> "[" + name + "] " + line).collect(Collectors.joining("\n"));
  }
}
