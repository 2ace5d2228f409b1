package dev.tidegate.action.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The workflows of this repository, found: those that run, the examples, and those in documents.
 */
final class Workflows {
  static final Path ROOT = Path.of("").toAbsolutePath().resolveSibling("");

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```ya?ml\\n(.*?)^```$");
  private static final Pattern JOBS = Pattern.compile("(?m)^jobs:");
  private static final Pattern EVENT = Pattern.compile("(?m)^on:");

  /** What jobs need before them to be a workflow. */
  private static final String HEAD = "on: push\n";

  /** The job that we put around steps. */
  static final String FRAMED = "steps";

  /** What some steps need before them to be a workflow. */
  private static final String FRAME =
      HEAD
          + """
          jobs:
            %s:
              runs-on: ubuntu-latest
              steps:
          """
              .formatted(FRAMED);

  private Workflows() {}

  static List<Workflow> all() throws IOException {
    var all = new ArrayList<Workflow>();
    for (var file : files(".github/workflows", ".yml")) {
      all.add(of(relative(file), Files.readString(file), true));
    }
    for (var file : files("docs/examples", ".yml")) {
      all.add(of(relative(file), Files.readString(file), true));
    }
    var documents = new ArrayList<>(files("docs", ".md"));
    documents.add(ROOT.resolve("README.md"));
    for (var document : documents) {
      all.addAll(blocks(document));
    }
    return all;
  }

  /** All texts that show how the action is used. */
  static List<String> texts() throws IOException {
    var texts = new ArrayList<String>();
    for (var file :
        Stream.concat(files("docs", ".md").stream(), files("docs", ".yml").stream()).toList()) {
      texts.add(Files.readString(file));
    }
    texts.add(Files.readString(ROOT.resolve("README.md")));
    return texts;
  }

  /** The manifest, as YAML. */
  static JsonNode manifest() throws IOException {
    return yaml(Files.readString(ROOT.resolve("action.yml")));
  }

  private static List<Workflow> blocks(Path document) throws IOException {
    var found = new ArrayList<Workflow>();
    var blocks = BLOCK.matcher(Files.readString(document)).results().toList();
    for (var number = 0; number < blocks.size(); number++) {
      var text = blocks.get(number).group(1);
      var name = relative(document) + "." + (number + 1) + ".yml";
      if (JOBS.matcher(text).find()) {
        var whole = EVENT.matcher(text).find();
        found.add(of(name, whole ? text : HEAD + text, whole));
      } else if (text.startsWith("- ") && text.contains("uses: tidegate/tidegate@")) {
        found.add(of(name, FRAME + text.stripTrailing().indent(6), false));
      }
    }
    return found;
  }

  private static Workflow of(String name, String text, boolean whole) throws IOException {
    return new Workflow(name, text, yaml(text), whole);
  }

  private static JsonNode yaml(String text) throws IOException {
    return new ObjectMapper(new YAMLFactory()).readTree(text);
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String relative(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }
}
