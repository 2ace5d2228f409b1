package dev.tidegate.action.maven;

import static java.util.Objects.requireNonNull;

import dev.tidegate.action.runner.ChildEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The process that runs Maven: its Java started directly, without script and shell. */
final class CommandLine {
  /** Compilers that only pay in a longer run, and threads for a heap of gigabytes, are left out. */
  private static final List<String> FAST =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

  private static final List<String> UTF_8 =
      List.of(
          "-Dfile.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8", "-Dsun.stderr.encoding=UTF-8");

  /** Defaults of the plugin that start at the project's directory, which Maven is not told of. */
  private static final Map<String, String> WITHOUT_PROJECT =
      Map.of(
          "migrations", "src/main/resources/db/migration",
          "schema", "src/main/db/schema.sql",
          "checks", "src/main/resources/db/checks",
          "backupDirectory", ".tidegate/backups");

  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  private final MavenSettings settings;
  private final GoalRequest request;
  private final Place place;
  private final Path reports;

  CommandLine(MavenSettings settings, GoalRequest request, Place place, Path reports) {
    this.settings = settings;
    this.request = request;
    this.place = place;
    this.reports = reports;
  }

  ProcessBuilder process() throws IOException {
    var words = new ArrayList<String>();
    words.addAll(java());
    words.addAll(List.of("-B", "-ntp", "-Dstyle.color=never"));
    words.addAll(settings.arguments());
    words.add("-Dmaven.repo.local.tail=" + settings.home().resolve("repository"));
    words.addAll(parameters());
    for (var goal : request.goals()) {
      words.add("dev.tidegate:tidegate-maven-plugin:" + settings.version() + ":" + goal);
    }
    var process =
        new ProcessBuilder(words).directory(place.folder().toFile()).redirectErrorStream(true);
    environment().applyTo(process);
    return process;
  }

  private List<String> java() throws IOException {
    var maven = settings.home().resolve("maven");
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(FAST);
    words.addAll(UTF_8);
    words.addAll(new Prepared(settings.home()).options(requireNonNull(reports.getParent())));
    // Java takes the home from the system's list of users, GitHub gives it in a variable
    var home = settings.environment().getOrDefault("HOME", "");
    if (!home.isBlank()) {
      words.add("-Duser.home=" + home);
    }
    words.add("-Dclassworlds.conf=" + maven.resolve("bin/m2.conf"));
    words.add("-Dmaven.home=" + maven);
    words.add("-Dlibrary.jansi.path=" + maven.resolve("lib/jansi-native"));
    words.add("-Dmaven.multiModuleProjectDirectory=" + place.root());
    words.add("-cp");
    words.add(launcher(maven).toString());
    words.add("org.codehaus.plexus.classworlds.launcher.Launcher");
    return words;
  }

  private static Path launcher(Path maven) throws IOException {
    try (var jars = Files.newDirectoryStream(maven.resolve("boot"), "plexus-classworlds-*.jar")) {
      var found = jars.iterator();
      if (!found.hasNext()) {
        throw new IOException("no plexus-classworlds in " + maven.resolve("boot"));
      }
      return found.next();
    }
  }

  private List<String> parameters() {
    var words = new ArrayList<String>();
    if (!place.project()) {
      WITHOUT_PROJECT.entrySet().stream()
          .filter(entry -> !given(entry.getKey()))
          .sorted(Map.Entry.comparingByKey())
          .map(entry -> option(entry.getKey(), settings.directory().resolve(entry.getValue()) + ""))
          .forEach(words::add);
    }
    request.parameters().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> option(entry.getKey(), entry.getValue()))
        .forEach(words::add);
    request.secrets().keySet().stream()
        .sorted()
        .map(name -> option(name, "${env." + variable(name) + "}"))
        .forEach(words::add);
    words.add(option("reportDirectory", reports.toString()));
    return words;
  }

  private boolean given(String parameter) {
    return request.parameters().containsKey(parameter)
        || settings.arguments().stream().anyMatch(it -> it.startsWith(option(parameter, "")));
  }

  private static String option(String parameter, String value) {
    return "-Dtidegate." + parameter + "=" + value;
  }

  /** The variable by which a secret reaches Maven: {@code TIDEGATE_DIRECT_URL}. */
  private static String variable(String parameter) {
    return "TIDEGATE_"
        + CAPITAL
            .matcher(parameter)
            .replaceAll(capital -> "_" + capital.group())
            .toUpperCase(java.util.Locale.ROOT);
  }

  private ChildEnvironment environment() {
    var child =
        new ChildEnvironment(settings.environment(), System.getProperty("java.home"))
            .passing(settings.environment(), settings.passed());
    if (child.variables().keySet().stream().noneMatch(it -> it.matches("LANG|LC_ALL|LC_CTYPE"))) {
      // else names of files that are not ASCII cannot be read
      child.with("LC_ALL", "C.UTF-8");
    }
    request.variables().forEach(child::with);
    request.secrets().forEach((name, value) -> child.with(variable(name), value));
    return child;
  }
}
