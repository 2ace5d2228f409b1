package dev.tidegate.maven;

import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of {@code NAME=value} lines, as shells and frameworks read them: {@code export}, comments,
 * quotes over several lines, escapes in double quotes, and {@code ${NAME}} for what stands further
 * up or in the environment. A {@code $} without braces is itself, since passwords have them.
 */
final class EnvFile {
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "^[ \\t]*(?:export[ \\t]+)?(?<name>[A-Za-z_][A-Za-z0-9_.]*)[ \\t]*=[ \\t]*"
              + "(?:'(?<single>[^']*)'|\"(?<double>(?:\\\\.|[^\"\\\\])*)\"|`(?<back>[^`]*)`"
              + "|(?<bare>[^\\r\\n]*?))[ \\t]*(?:(?<=[\\s'\"`=])#[^\\r\\n]*)?$",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_.]*)}");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

  private final Path file;
  private final Map<String, String> environment;
  private final Map<String, String> values = new LinkedHashMap<>();

  private EnvFile(Path file, Map<String, String> environment) {
    this.file = file;
    this.environment = environment;
  }

  /** The file's values by name; of a name that stands twice the last one. */
  static Map<String, String> read(Path file, Map<String, String> environment) {
    try {
      var text = Files.readString(file).replaceFirst("^\uFEFF", "").replace("\r\n", "\n");
      return new EnvFile(file, environment).parse(text);
    } catch (IOException e) {
      throw unusable(file, "it cannot be read: " + e).exception(e);
    }
  }

  private Map<String, String> parse(String text) {
    var matcher = ASSIGNMENT.matcher(text);
    while (matcher.find()) {
      values.put(matcher.group("name"), value(matcher));
    }
    return values;
  }

  private String value(Matcher matcher) {
    if (matcher.group("single") != null) {
      return matcher.group("single");
    }
    if (matcher.group("back") != null) {
      return matcher.group("back");
    }
    if (matcher.group("double") != null) {
      return unescaped(expanded(matcher.group("double")));
    }
    return expanded(matcher.group("bare"));
  }

  private String expanded(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(reference -> Matcher.quoteReplacement(lookUp(reference.group(1))));
  }

  private String lookUp(String name) {
    var value = values.getOrDefault(name, environment.get(name));
    if (value == null) {
      throw unusable(file, "${" + name + "} is set neither above its use nor in the environment")
          .exception();
    }
    return value;
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    switch (escape.group(1)) {
                      case "n" -> "\n";
                      case "r" -> "\r";
                      case "t" -> "\t";
                      default -> escape.group(1);
                    }));
  }

  private static Problem unusable(Path file, String why) {
    return Problem.of(ProblemCode.ENV_FILE_UNUSABLE, "env file " + file.getFileName() + " unusable")
        .withDetail(file + ": " + why)
        .withState("nothing was changed")
        .withHint("name another file with -Dtidegate.envFile=… or give the URL: -Dtidegate.url=…");
  }
}
