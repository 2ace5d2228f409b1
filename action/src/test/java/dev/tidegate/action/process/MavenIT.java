package dev.tidegate.action.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How Maven is run in a checkout, whatever the checkout holds. */
class MavenIT {
  private static final String PASSWORD = "s%25cr%2Ft+pass'word";

  @TempDir Path folder;
  private Path checkout;

  @BeforeEach
  void aDatabaseWithoutTables() throws IOException {
    checkout = Files.createDirectories(folder.resolve("checkout"));
    write("db/migrations/V1__users.sql", "CREATE TABLE users (id INTEGER PRIMARY KEY);\n");
    write("other/V1__other.sql", "CREATE TABLE other (id INTEGER PRIMARY KEY);\n");
    Files.createFile(checkout.resolve("app.db"));
  }

  private void write(String file, String text) throws IOException {
    var path = checkout.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void pom(String configuration) throws IOException {
    write(
        "pom.xml",
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>app</groupId>
          <artifactId>app</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <build>
            <plugins>
              <plugin>
                <groupId>dev.tidegate</groupId>
                <artifactId>tidegate-maven-plugin</artifactId>
                <configuration>
                  %s
                </configuration>
              </plugin>
            </plugins>
          </build>
        </project>
        """
            .formatted(configuration));
  }

  private ActionProcess status() {
    return ActionProcess.in(checkout).input("command", "status").input("url", "app.db");
  }

  @Test
  void thePomsConfigurationHolds() throws IOException {
    pom("<migrations>other</migrations>");
    assertThat(status().run().assertSucceeded().log())
        .contains("V1__other.sql")
        .doesNotContain("standalone-pom");
  }

  @Test
  void anInputWinsOverThePom() throws IOException {
    pom("<migrations>other</migrations>");
    assertThat(status().input("migrations", "db/migrations").run().assertSucceeded().log())
        .contains("V1__users.sql");
  }

  @Test
  void aParentInTheCheckoutConfiguresThePluginToo() throws IOException {
    pom("<migrations>${project.basedir}/migrations</migrations>");
    write(
        "module/pom.xml",
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <parent><groupId>app</groupId><artifactId>app</artifactId><version>1</version></parent>
          <artifactId>module</artifactId>
          <packaging>pom</packaging>
        </project>
        """);
    write("module/migrations/V1__module.sql", "CREATE TABLE m (id INTEGER PRIMARY KEY);\n");
    Files.createFile(checkout.resolve("module/app.db"));
    var run = status().input("working-directory", "module").run().assertSucceeded();
    assertThat(run.log()).contains("V1__module.sql");
    assertThat(run.output("report")).isEqualTo("module/target/tidegate");
  }

  @Test
  void withoutThePomNothingOfTheCheckoutReachesMaven() throws IOException {
    pom("<migrations>other</migrations>");
    write(".mvn/maven.config", "--no-such-option\n");
    write(".mvn/jvm.config", "-javaagent:/nowhere/agent.jar\n");
    write(".mvn/extensions.xml", extension());
    assertThat(
            status()
                .input("pom", "never")
                .input("migrations", "db/migrations")
                .run()
                .assertSucceeded()
                .log())
        .contains("V1__users.sql", "standalone-pom");
  }

  @Test
  void withThePomItsMavenConfigHoldsAndItsJvmConfigDoesNot() throws IOException {
    pom("<migrations>other</migrations>");
    write(".mvn/maven.config", "-Dtidegate.migrations=db/migrations\n");
    write(".mvn/jvm.config", "-javaagent:/nowhere/agent.jar\n");
    assertThat(status().run().assertSucceeded().log()).contains("V1__users.sql");
  }

  @Test
  void withThePomItsExtensionsAreLoaded() throws IOException {
    pom("");
    write(".mvn/extensions.xml", extension());
    var run = status().run().assertFailed("goal-not-run");
    assertThat(run.log()).contains("TG-5106", "no.such:extension");
  }

  private static String extension() {
    return """
        <extensions>
          <extension>
            <groupId>no.such</groupId>
            <artifactId>extension</artifactId>
            <version>1</version>
          </extension>
        </extensions>
        """;
  }

  @Test
  void aGoalThatThePomSkipsIsNoSuccess() throws IOException {
    pom("<skip>true</skip>");
    var run = status().run().assertFailed("goal-not-run");
    assertThat(run.log()).contains("TG-5106 Maven for status wrote no report", "tidegate.skip");
  }

  @Test
  void aReportThatSomebodyCommittedIsNotRead() throws IOException {
    pom("<skip>true</skip>");
    write("target/tidegate/status.json", "{\"format\": 1, \"goal\": \"status\"}");
    status().run().assertFailed("goal-not-run");
  }

  @Test
  void nothingIsWrittenThroughALink() throws IOException {
    var outside = Files.createDirectories(folder.resolve("outside"));
    Files.createSymbolicLink(checkout.resolve("target"), outside);
    var run = status().input("migrations", "db/migrations").run().assertSucceeded();
    assertThat(run.log()).contains("the reports are not copied");
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void aFileBehindALinkInTheReportsStaysAsItIs() throws IOException {
    var outside = Files.writeString(folder.resolve("outside"), "as it was");
    Files.createDirectories(checkout.resolve("target/tidegate"));
    for (var name : new String[] {"status.json", "review.json"}) {
      Files.createSymbolicLink(checkout.resolve("target/tidegate").resolve(name), outside);
    }
    status().input("migrations", "db/migrations").run().assertSucceeded();
    assertThat(outside).hasContent("as it was");
    assertThat(Files.isSymbolicLink(checkout.resolve("target/tidegate/status.json"))).isFalse();
    assertThat(checkout.resolve("target/tidegate/review.json")).doesNotExist();
  }

  @Test
  void noPasswordIsSeenWhateverMavenPrints() {
    var run =
        ActionProcess.in(checkout)
            .input("command", "status")
            .input("url", "postgres://app:" + PASSWORD + "@127.0.0.1:1/app")
            .input("direct-url", "postgresql://app@127.0.0.1:1/app?password=other%20secret")
            .input("password", "a third password \"quoted\" & <more>")
            .input("maven-args", "-o -X -e")
            .variable("DATABASE_URL", "postgres://app:fourth-secret@127.0.0.1:1/app")
            .secret("fourth-secret")
            .secret("other%20secret")
            .run();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.log()).contains("127.0.0.1");
  }

  @Test
  void theDatabaseOfTheEnvironmentIsTheLastThatIsTaken() {
    var run =
        ActionProcess.in(checkout)
            .input("command", "status")
            .input("migrations", "db/migrations")
            .variable("DATABASE_URL", "file:./app.db")
            .run();
    run.assertSucceeded();
    assertThat(run.log()).contains("URL from     DATABASE_URL of the environment");
  }

  @Test
  void withoutADatabaseTheGoalsOwnWordsAreTheReason() {
    var run =
        ActionProcess.in(checkout)
            .input("command", "status")
            .input("migrations", "db/migrations")
            .run();
    run.assertFailed("no-url");
    assertThat(run.log()).contains("TG-1001");
  }

  @Test
  void whatIsNotFetchedYetIsNotNeeded() {
    var run =
        status()
            .input("migrations", "db/migrations")
            .variable("HOME", folder.resolve("new-home").toString())
            .run();
    run.assertSucceeded();
    assertThat(folder.resolve("new-home/.m2/repository/org")).doesNotExist();
  }

  @Test
  void aStepThatIsCancelledTakesMavenWithIt() throws Exception {
    try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      var run =
          ActionProcess.in(checkout)
              .input("command", "status")
              .input(
                  "url",
                  "postgres://app:" + PASSWORD + "@127.0.0.1:" + silent.getLocalPort() + "/app")
              .start();
      try (var connection = silent.accept()) {
        assertThat(connection.isConnected()).isTrue();
        var maven = run.process().descendants().toList();
        assertThat(maven).isNotEmpty();
        run.process().destroy();
        assertThat(run.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(maven).noneMatch(ProcessHandle::isAlive);
      }
      var finished = run.await();
      assertThat(finished.exit()).isEqualTo(143);
      assertThat(finished.log()).contains("Maven for status was stopped by signal 15");
    }
  }
}
