package dev.tidegate.bench;

import dev.tidegate.jdbc.Secret;
import dev.tidegate.scratch.ScratchCache;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same 100 migrations by {@code tidegate:deploy} and by Flyway's own Maven plugin, each from
 * the start of {@code mvn} to its end, taking turns. Runs the plugin that {@code mvn install} put
 * into the local repository; Flyway's is fetched by the first run.
 */
class DeployBench {
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);
  private static final int MIGRATIONS = 100;
  private static final int MAJOR = 17;

  /** The newest plugin on Maven Central, with the core that this project uses. */
  private static final String PROJECT =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>bench</groupId><artifactId>bench</artifactId><version>1</version>
        <packaging>pom</packaging>
        <build><plugins><plugin>
          <groupId>org.flywaydb</groupId><artifactId>flyway-maven-plugin</artifactId>
          <version>13.6.0</version>
          <configuration>
            <locations><location>filesystem:${basedir}/migrations</location></locations>
          </configuration>
          <dependencies>
            <dependency>
              <groupId>org.flywaydb</groupId><artifactId>flyway-core</artifactId>
              <version>13.12.0</version>
            </dependency>
            <dependency>
              <groupId>org.flywaydb</groupId><artifactId>flyway-database-postgresql</artifactId>
              <version>13.12.0</version>
            </dependency>
            <dependency>
              <groupId>org.postgresql</groupId><artifactId>postgresql</artifactId>
              <version>42.7.14</version>
            </dependency>
            <dependency>
              <groupId>tools.jackson.dataformat</groupId>
              <artifactId>jackson-dataformat-toml</artifactId>
              <version>3.1.5</version>
            </dependency>
          </dependencies>
        </plugin></plugins></build>
      </project>
      """;

  private static final String ONLY_CENTRAL =
      """
      <settings><mirrors><mirror>
        <id>central</id><mirrorOf>*</mirrorOf><url>https://repo1.maven.org/maven2</url>
      </mirror></mirrors></settings>
      """;

  private final Path folder;

  DeployBench(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void deployBesideFlywaysOwnPlugin() throws Exception {
    prepare();
    var fresh = new double[2][ROUNDS];
    var again = new double[2][ROUNDS];
    for (var round = -1; round < ROUNDS; round++) {
      for (var turn = 0; turn < 2; turn++) {
        var side = Math.floorMod(turn + round, 2);
        var network = round < 0 ? "-ntp" : "-o"; // the round before fetches and warms
        try (var database = TestPostgres.database(MAJOR)) {
          var first = Figures.seconds(() -> run(side, network, database));
          var second = Figures.seconds(() -> run(side, network, database));
          if (round >= 0) {
            fresh[side][round] = first;
            again[side][round] = second;
          }
        }
      }
    }
    var table = new Figures("", "flyway:migrate", "tidegate:deploy", "ratio");
    row(table, MIGRATIONS + " migrations, fresh database", fresh);
    row(table, "none pending", again);
    table.print("deploy beside Flyway's own Maven plugin, from the start of mvn to its end");
  }

  private static void row(Figures table, String what, double[][] seconds) {
    var flyway = Figures.median(seconds[0]);
    var deploy = Figures.median(seconds[1]);
    table.row(
        what,
        "%.2f s".formatted(flyway),
        "%.2f s".formatted(deploy),
        "%.2f x".formatted(deploy / flyway));
  }

  private void prepare() throws IOException {
    var migrations = Files.createDirectories(folder.resolve("migrations"));
    for (var number = 1; number <= MIGRATIONS; number++) {
      Files.writeString(
          migrations.resolve("V%d__t%d.sql".formatted(number, number)),
          """
          CREATE TABLE t%1$d (id bigint PRIMARY KEY, name text NOT NULL, note varchar(40));
          CREATE INDEX t%1$d_name ON t%1$d (name);
          """
              .formatted(number));
    }
    Files.writeString(folder.resolve("pom.xml"), PROJECT);
    Files.writeString(folder.resolve("settings.xml"), ONLY_CENTRAL);
  }

  private void run(int side, String network, ScratchDatabase database)
      throws IOException, InterruptedException {
    var settings = database.settings();
    var own = side == 1;
    var prefix = own ? "-Dtidegate." : "-Dflyway.";
    var command = new ArrayList<>(List.of("mvn", "-q", "-B", network, "-s", "settings.xml"));
    command.add(
        own ? "dev.tidegate:tidegate-maven-plugin:" + version() + ":deploy" : "flyway:migrate");
    command.add("-Dtidegate.migrations=" + folder.resolve("migrations"));
    command.add(prefix + "url=" + settings.url().jdbcUrl());
    settings.user().ifPresent(user -> command.add(prefix + "user=" + user));
    settings.password().map(Secret::reveal).ifPresent(it -> command.add(prefix + "password=" + it));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .put(ScratchCache.OVERRIDE, TestPostgres.settings(MAJOR, false).cache().toString());
    var log = folder.resolve("log").toFile();
    if (builder.redirectOutput(log).start().waitFor() != 0) {
      throw new IllegalStateException(Files.readString(log.toPath()));
    }
  }

  /** As the build gives it. */
  private static String version() {
    return System.getProperty("bench.version", "0.1.0-SNAPSHOT");
  }
}
