package dev.tidegate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionResolverTest {
  private final Path folder;

  /** Passes servers on as they are. */
  private static final SettingsDecrypter CLEAR =
      request ->
          new SettingsDecryptionResult() {
            @Override
            public Server getServer() {
              return request.getServers().get(0);
            }

            @Override
            public List<Server> getServers() {
              return request.getServers();
            }

            @Override
            public org.apache.maven.settings.Proxy getProxy() {
              throw new UnsupportedOperationException();
            }

            @Override
            public List<org.apache.maven.settings.Proxy> getProxies() {
              return List.of();
            }

            @Override
            public List<SettingsProblem> getProblems() {
              return List.of();
            }
          };

  ConnectionResolverTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private ConnectionResolver resolver(
      Map<String, String> commandLine, Map<String, String> pom, Map<String, String> environment) {
    var server = new Server();
    server.setId("app-db");
    server.setUsername("su");
    server.setPassword("sp");
    server.setConfiguration("<configuration><url>postgres://server/app</url></configuration>");
    var settings = new Settings();
    settings.addServer(server);
    return new ConnectionResolver(
        new ConnectionParameters(commandLine, pom, environment, folder),
        new Servers(settings, CLEAR));
  }

  @Test
  void asksInTheDocumentedOrder() throws IOException {
    Files.writeString(folder.resolve(".env"), "DATABASE_URL=postgres://file/app");
    var environment = Map.of("DATABASE_URL", "postgres://process/app");
    var pom = Map.of("url", "postgres://pom/app", "serverId", "app-db", "envFile", ".env");
    var line = Map.of("tidegate.url", "postgres://line/app");
    assertThat(resolver(line, pom, environment).required("deploy"))
        .extracting(s -> s.url().host(), ConnectionSettings::origin)
        .containsExactly("line", "-Dtidegate.url");
    assertThat(resolver(Map.of(), pom, environment).required("deploy").url().host())
        .isEqualTo("pom");
    var server = resolver(Map.of(), Map.of("serverId", "app-db", "envFile", ".env"), environment);
    assertThat(server.required("deploy").origin()).isEqualTo("server app-db of settings.xml");
    var file = resolver(Map.of(), Map.of("envFile", ".env"), environment);
    assertThat(file.required("deploy").origin()).isEqualTo("DATABASE_URL in .env");
    assertThat(resolver(Map.of(), Map.of(), environment).required("deploy").origin())
        .isEqualTo("DATABASE_URL of the environment");
  }

  @Test
  void takesVariablesOfTheEnvironmentOnTheCommandLine() {
    var environment = Map.of("APP_URL", "postgres://secret/app", "APP_PASSWORD", "a$1\\b");
    var line = Map.of("tidegate.url", "${env.APP_URL}", "tidegate.password", "${env.APP_PASSWORD}");
    var settings = resolver(line, Map.of(), environment).required("deploy");
    assertThat(settings.url().host()).isEqualTo("secret");
    assertThat(settings.password().map(Secret::reveal)).contains("a$1\\b");
    assertThatThrownBy(() -> resolver(line, Map.of(), Map.of()).required("deploy"))
        .hasMessageContaining("TG-1003 the variable APP_URL is not set");
  }

  @Test
  void readsNoEnvFileThatIsNotNamed() throws IOException {
    Files.writeString(folder.resolve(".env"), "DATABASE_URL=postgres://file/app");
    assertThatThrownBy(() -> resolver(Map.of(), Map.of(), Map.of()).required("deploy"))
        .hasMessageContainingAll("TG-1001", "mvn tidegate:deploy -Dtidegate.url=");
  }

  @Test
  void namesTheServersThereAre() {
    assertThatThrownBy(() -> resolver(Map.of(), Map.of("serverId", "app"), Map.of()))
        .hasMessageContainingAll("TG-1006", "its servers are app-db");
  }

  @Test
  void givesAServersPasswordToItsOwnUserOnly() {
    var pom = Map.of("url", "postgres://other@h/app", "serverId", "app-db");
    assertThat(resolver(Map.of(), pom, Map.of()).required("deploy").password()).isEmpty();
    var same = Map.of("url", "postgres://h/app", "serverId", "app-db");
    assertThat(resolver(Map.of(), same, Map.of()).required("deploy").password())
        .contains(new Secret("sp"));
  }

  @Test
  void givesTheLoginToNoOtherHostThatARowNames() {
    var pom =
        Map.of("url", "postgres://h/app", "user", "u", "password", "secret", "serverId", "app-db");
    var resolver = resolver(Map.of(), pom, Map.of());
    assertThat(resolver.ofRow("postgres://H:6432/tenant", "targets, row 1"))
        .extracting(ConnectionSettings::user, ConnectionSettings::password)
        .containsExactly(Optional.of("u"), Optional.of(new Secret("secret")));
    var other = resolver.ofRow("postgres://u@elsewhere/tenant", "targets, row 2");
    assertThat(other.user()).contains("u");
    assertThat(other.password()).isEmpty();
    assertThat(other.origin()).startsWith("targets, row 2, with the login in it");
    assertThat(resolver.ofRow("postgres://elsewhere/tenant?host=h", "x").user()).isEmpty();
    assertThat(resolver.ofRow("postgres://h,elsewhere/tenant", "x").password()).isEmpty();
    assertThat(resolver.ofRow("postgres://su@elsewhere/tenant", "x").password()).isEmpty();
    assertThat(resolver.ofRow("postgres://o:own@elsewhere/tenant", "x").password())
        .contains(new Secret("own"));
    assertThat(resolver.named("postgres://elsewhere/tenant", "targets, t.txt line 1").password())
        .contains(new Secret("secret"));
  }

  @Test
  void findsTheUrlWithoutPoolerBesideTheMainOne() {
    var direct = "postgres://direct/app";
    assertThat(directHost(ofProcess("postgres://h:6543/app", direct))).isEqualTo("direct");
    assertThat(directHost(ofProcess("postgres://h/app", direct))).isEqualTo("direct");
    assertThat(directHost(ofProcess("app.db", direct))).isEqualTo("(none)");
  }

  @Test
  void takesNoDirectUrlFromAnotherPlaceThanTheMainOne() {
    var lyingAround = Map.of("DIRECT_DATABASE_URL", "postgres://direct/app");
    var named = Map.of("tidegate.url", "postgres://h:6543/app");
    assertThat(directHost(resolver(named, Map.of(), lyingAround))).isEqualTo("(none)");
  }

  private ConnectionResolver ofProcess(String url, String direct) {
    var variables = Map.of("DATABASE_URL", url, "DIRECT_DATABASE_URL", direct);
    return resolver(Map.of(), Map.of(), variables);
  }

  private static String directHost(ConnectionResolver resolver) {
    return resolver
        .direct(resolver.required("deploy"))
        .map(settings -> settings.url().host())
        .orElse("(none)");
  }

  @Test
  void aVariableOfTheProcessNamesNoDatabaseForThisRunAlone() {
    var environment = Map.of("DATABASE_URL", "postgres://localhost/app");

    assertThat(resolver(Map.of(), Map.of(), environment).findNamed()).isEmpty();
    assertThat(resolver(Map.of(), Map.of(), environment).find()).isPresent();
    assertThat(resolver(Map.of("tidegate.url", "app.db"), Map.of(), environment).findNamed())
        .isPresent();
  }
}
