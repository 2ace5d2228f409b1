package dev.tidegate.action.runner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a step's output as the runner does: commands of both spellings, {@code stop-commands},
 * masks. What it keeps in {@link #log} is what a person would see.
 */
public final class RunnerEmulator {
  private static final Set<String> KNOWN =
      Set.of(
          "set-env",
          "set-output",
          "save-state",
          "add-mask",
          "add-path",
          "add-matcher",
          "remove-matcher",
          "debug",
          "notice",
          "warning",
          "error",
          "group",
          "endgroup",
          "echo",
          "stop-commands");

  public record Command(String name, Map<String, String> properties, String data) {}

  public final List<Command> commands = new ArrayList<>();
  public final List<String> log = new ArrayList<>();
  private final List<String> masks = new ArrayList<>();
  private String stopped = "";

  public RunnerEmulator reading(String output) {
    for (var line : output.split("\r\n|\n|\r", -1)) {
      read(line);
    }
    return this;
  }

  private void read(String line) {
    var command = line.stripLeading().startsWith("::") ? second(line.stripLeading()) : first(line);
    if (command == null) {
      log.add(masked(line));
    } else if (command.name().equals(stopped)) {
      stopped = "";
    } else if (!stopped.isEmpty()) {
      log.add(masked(line));
    } else if (command.name().equals("stop-commands")) {
      stopped = command.data();
    } else if (command.name().equals("add-mask")) {
      masks.add(command.data());
    } else {
      commands.add(new Command(command.name(), command.properties(), masked(command.data())));
    }
  }

  private String masked(String line) {
    var masked = line;
    for (var mask : masks) {
      masked = masked.replace(mask, "***");
    }
    return masked;
  }

  private @Nullable Command second(String line) {
    var end = line.indexOf("::", 2);
    return end < 0 ? null : command(line.substring(2, end), line.substring(end + 2), "::");
  }

  private @Nullable Command first(String line) {
    var start = line.indexOf("##[");
    var end = line.indexOf(']', Math.max(start, 0));
    return start < 0 || end < 0
        ? null
        : command(line.substring(start + 3, end), line.substring(end + 1), "##");
  }

  private @Nullable Command command(String head, String data, String form) {
    var blank = head.indexOf(' ');
    var name = blank < 0 ? head : head.substring(0, blank);
    if (!KNOWN.contains(name) && !(name.equals(stopped) && form.equals("::"))) {
      return null;
    }
    var properties = new LinkedHashMap<String, String>();
    if (blank >= 0) {
      for (var pair : head.substring(blank + 1).split(",")) {
        var parts = pair.split("=", 2);
        properties.put(
            parts[0].strip(), unescape(parts[1]).replace("%3A", ":").replace("%2C", ","));
      }
    }
    return new Command(name, properties, unescape(data));
  }

  private static String unescape(String text) {
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
  }

  /** Names and values of {@code GITHUB_OUTPUT}, read as the runner reads them. */
  public static Map<String, String> values(String file) {
    var values = new LinkedHashMap<String, String>();
    var lines = file.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].isEmpty()) {
        continue;
      }
      var equals = lines[i].indexOf('=');
      var heredoc = lines[i].indexOf("<<");
      if (heredoc < 0 || (equals >= 0 && equals < heredoc)) {
        values.put(lines[i].substring(0, equals), lines[i].substring(equals + 1));
        continue;
      }
      var word = lines[i].substring(heredoc + 2);
      var name = lines[i].substring(0, heredoc);
      var value = new ArrayList<String>();
      for (i++; !lines[i].equals(word); i++) {
        value.add(lines[i]);
      }
      values.put(name, String.join("\n", value));
    }
    return values;
  }
}
