package dev.tidegate.endurance;

import dev.tidegate.command.Lab;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.jdbc.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A deploy in a process of its own, which can be killed. */
final class DeployProcess {
  private static final String READY = "ready";

  private DeployProcess() {}

  /** Deploys the migrations of a folder: folder, URL, user, password. */
  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    var settings =
        new ConnectionSettings(
            DatabaseUrl.parse(arguments[1], folder),
            Optional.of(arguments[2]).filter(user -> !user.isEmpty()),
            Optional.of(arguments[3]).filter(it -> !it.isEmpty()).map(Secret::new),
            "the test",
            false);
    var lab = new Lab(folder, settings);
    System.out.println(READY);
    lab.deploy().problem().ifPresent(problem -> System.out.println(problem.text()));
  }

  /** Starts one and waits until it is about to deploy. */
  static Process start(Path folder, ConnectionSettings settings) throws IOException {
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    DeployProcess.class.getName(),
                    folder.toString(),
                    settings.url().product() == dev.tidegate.jdbc.Product.SQLITE
                        ? settings.url().database()
                        : settings.url().jdbcUrl(),
                    settings.user().orElse(""),
                    settings.password().map(Secret::reveal).orElse("")))
            .redirectErrorStream(true)
            .start();
    var said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var line = said.readLine();
    if (!READY.equals(line)) {
      throw new IOException("it did not start: " + line);
    }
    return process;
  }
}
