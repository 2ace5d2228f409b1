package dev.tidegate.action.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The command that writes the missing migration, to be pasted into a shell. */
final class MigrationToWrite {
  private static final List<InputName> HANDED_ON =
      List.of(
          InputName.SCHEMA,
          InputName.MIGRATIONS,
          InputName.DIALECT,
          InputName.SCHEMAS,
          InputName.EXCLUDE,
          InputName.STRATEGY);

  private static final int LONGEST_NAME = 40;

  private MigrationToWrite() {}

  /** With the inputs of the step that decide what is written, in the directory of the project. */
  static String command(Step step, String branch) {
    var words = new ArrayList<String>();
    var directory = Checkout.pathOf(step, step.directory()).orElse("");
    if (!directory.isEmpty()) {
      words.add("cd " + quoted(directory) + " &&");
    }
    words.add("mvn");
    words.add(
        isInPom(step.directory()) ? "tidegate:diff" : "dev.tidegate:tidegate-maven-plugin:diff");
    for (var input : HANDED_ON) {
      step.inputs()
          .text(input.word())
          .ifPresent(
              value -> words.add(quoted("-Dtidegate." + input.word() + "=" + oneLine(value))));
    }
    words.add("-Dtidegate.name=" + name(branch));
    return String.join(" ", words);
  }

  private static String oneLine(String value) {
    return String.join(",", value.strip().split("\\s*[\\n\\r]+\\s*"));
  }

  /** The branch was named by whoever opened the pull request. */
  private static String name(String branch) {
    var name = branch.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    var cut = name.substring(0, Math.min(LONGEST_NAME, name.length())).replaceAll("^_+|_+$", "");
    return cut.isEmpty() ? "change" : cut;
  }

  private static boolean isInPom(Path directory) {
    try {
      return Files.readString(directory.resolve("pom.xml")).contains("tidegate-maven-plugin");
    } catch (IOException e) {
      // none, or none that can be read: the full name always does
      return false;
    }
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9._/:=@,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
