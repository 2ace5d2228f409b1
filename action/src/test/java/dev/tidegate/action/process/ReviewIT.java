package dev.tidegate.action.process;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tidegate.action.github.GitHubLab;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviews by the real program, with a real Maven, the real plugin and real databases. */
class ReviewIT extends GitHubLab {
  private static final String HEAD = "6dcb09b5b57875f334f61aebed695e2e4193db5e";
  private static final String BASE = "0b45e2f1a3c4d5e6f708192a3b4c5d6e7f809a1b";
  private static final String SCHEMA = "src/main/db/schema.sql";
  private static final String FOLDER = "src/main/resources/db/migration/";
  private static final String TABLE =
      "CREATE TABLE customer (\n  id integer PRIMARY KEY,\n  name text NOT NULL,\n  legacy text\n);\n";

  @TempDir Path checkout;

  @BeforeEach
  void customers() throws IOException {
    write(SCHEMA, TABLE);
    write(FOLDER + "V1__customer.sql", TABLE);
    repository.pull(7, pull -> {});
  }

  private void write(String path, String text) throws IOException {
    var file = checkout.resolve(path);
    Files.createDirectories(requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  /** The pull request brings a file. */
  private void brings(String path, String text) throws IOException {
    write(path, text);
    repository.file(7, path);
  }

  private void wants(String from, String to) throws IOException {
    write(SCHEMA, Files.readString(checkout.resolve(SCHEMA)).replace(from, to));
    repository.file(7, SCHEMA, "modified");
  }

  private ActionProcess review() throws IOException {
    return action("pull_request.opened", pull -> {}).input("command", "review");
  }

  private ActionProcess action(String event, Consumer<JsonObject> change) throws IOException {
    try (var stream =
        requireNonNull(ReviewIT.class.getResourceAsStream("/events/" + event + ".json"))) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      var json = JsonParser.parseString(text).getAsJsonObject();
      if (json.has("pull_request")) {
        var pull = json.getAsJsonObject("pull_request");
        pull.addProperty("number", 7);
        pull.getAsJsonObject("head").addProperty("sha", HEAD);
        pull.getAsJsonObject("base").addProperty("sha", BASE);
      }
      change.accept(json);
      return ActionProcess.in(checkout)
          .gitHub(fake)
          .input("environment", "production")
          .event(event.replaceAll("\\..*", ""), json.toString());
    }
  }

  private String comment() {
    assertThat(repository.bodies(7)).hasSize(1);
    return repository.bodies(7).get(0);
  }

  @Test
  void aSafeChangeOnPostgresNeedsNoDatabaseOfTheUser() throws IOException {
    wants("  legacy text\n", "  legacy text,\n  email text\n");
    brings(FOLDER + "V2__email.sql", "ALTER TABLE customer ADD COLUMN email text;\n");
    var run = review().run();
    run.assertSucceeded();
    assertThat(comment())
        .contains("### Tidegate: production · ready to merge")
        .contains("-- 1 · V2__email.sql\nALTER TABLE customer ADD COLUMN email text;")
        .contains("1 file not yet deployed")
        .contains("plan `" + run.output("plan-hash") + "`")
        .contains("ALTER TABLE public.customer DROP COLUMN email;")
        .doesNotContain(checkout.toString());
    assertThat(run.output("changes")).isEqualTo("true");
    assertThat(checkout.resolve("target/tidegate/review.json")).isRegularFile();
  }

  @Test
  void whatDestroysDataWaitsForALabel() throws IOException {
    wants("  name text NOT NULL,\n  legacy text\n", "  name text NOT NULL\n");
    brings(FOLDER + "V2__no_legacy.sql", "\nALTER TABLE customer DROP COLUMN legacy;\n");
    var refused = review().run();
    refused.assertFailed("hazard-not-allowed");
    assertThat(comment())
        .contains("needs approval", "`drop-column` **not approved**")
        .contains("`tidegate:allow drop-column:public.customer.legacy`");
    assertThat(refused.printed())
        .contains("::error file=" + FOLDER + "V2__no_legacy.sql,line=2,title=drop-column");
    repository.label(7, "tidegate:allow drop-column:public.customer.legacy");
    review().run().assertSucceeded();
    assertThat(comment()).contains("ready to merge", "`drop-column` approved");
  }

  @Test
  void aChangedSchemaWithoutMigrationIsToldWithTheCommandThatWritesIt() throws IOException {
    wants("  legacy text\n", "  legacy text,\n  email text\n");
    var run = review().run();
    run.assertFailed("schema-without-migration");
    assertThat(comment())
        .contains("schema changed, no migration")
        .contains("ALTER TABLE public.customer ADD COLUMN email text;")
        .contains("mvn dev.tidegate:tidegate-maven-plugin:diff -Dtidegate.name=changes");
    assertThat(run.printed()).contains("::error file=" + SCHEMA);
  }

  @Test
  void brokenSqlIsToldWithItsLine() throws IOException {
    brings(FOLDER + "V2__email.sql", "SELECT 1;\n\nALTER TABEL customer ADD COLUMN email text;\n");
    var run = review().run();
    run.assertFailed("migration-failed");
    assertThat(comment()).contains("review failed", "V2__email.sql", "ALTER TABEL");
    assertThat(run.printed()).contains("::error file=" + FOLDER + "V2__email.sql,line=3,");
  }

  @Test
  void thePomSaysWhereTheMigrationsLie() throws IOException {
    write(
        "pom.xml",
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>shop</groupId>
          <artifactId>shop</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <build><plugins><plugin>
            <groupId>dev.tidegate</groupId>
            <artifactId>tidegate-maven-plugin</artifactId>
            <version>0.1.0-SNAPSHOT</version>
            <configuration>
              <migrations>${basedir}/db</migrations>
              <schema>schema/all.sql</schema>
            </configuration>
          </plugin></plugins></build>
        </project>
        """);
    write("db/V1__customer.sql", TABLE);
    write("schema/all.sql", TABLE.replace("legacy text", "legacy text,\n  email text"));
    brings("db/V2__email.sql", "ALTER TABLE customer ADD COLUMN email text;\n");
    review().run().assertSucceeded();
    assertThat(comment()).contains("ready to merge", "-- 1 · V2__email.sql");
  }

  @Test
  void aDatabaseOfItsOwnSaysHowManyRowsAreMeant() throws Exception {
    Files.createFile(checkout.resolve("app.db"));
    var url = "jdbc:sqlite:" + checkout.resolve("app.db");
    brings(FOLDER + "V2__x.sql", "CREATE TABLE x (id integer);\n");
    wants(");\n", ");\nCREATE TABLE x (id integer);\n");
    review().input("probe-url", url).run().assertSucceeded();
    assertThat(comment()).contains("ready to merge", "2 files not yet deployed");
  }

  @Test
  void whatAForkLeavesIsPostedByAnotherWorkflow() throws IOException {
    wants("  legacy text\n", "  legacy text,\n  email text\n");
    brings(FOLDER + "V2__email.sql", "ALTER TABLE customer ADD COLUMN email text;\n");
    repository.pull(
        7,
        pull -> {
          var head = pull.getAsJsonObject("head");
          head.addProperty("ref", "patch-1");
          head.getAsJsonObject("repo").addProperty("full_name", "stranger/r");
        });
    action("pull_request.opened", ReviewIT::ofFork)
        .input("command", "review")
        .run()
        .assertSucceeded();
    assertThat(repository.bodies(7)).isEmpty();
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("review.json"));
      zip.write(Files.readAllBytes(checkout.resolve("target/tidegate/review.json")));
    }
    repository.artifact(4710, "tidegate-review", bytes.toByteArray());
    action("workflow_run.completed", ReviewIT::ofRun)
        .input("command", "comment")
        .run()
        .assertSucceeded();
    assertThat(comment()).contains("ready to merge", "run without secrets");
  }

  private static void ofFork(JsonObject event) {
    event
        .getAsJsonObject("pull_request")
        .getAsJsonObject("head")
        .getAsJsonObject("repo")
        .addProperty("full_name", "stranger/r");
  }

  private static void ofRun(JsonObject event) {
    var run = event.getAsJsonObject("workflow_run");
    run.addProperty("id", 4710);
    run.addProperty("event", "pull_request");
    run.addProperty("head_sha", HEAD);
    run.addProperty("head_branch", "patch-1");
    run.getAsJsonObject("head_repository").addProperty("full_name", "stranger/r");
  }

  @Test
  void withoutGitHubItPrintsTheReview() throws IOException {
    var run =
        ActionProcess.in(checkout)
            .withoutGitHub(
                "review", "--migrations=" + FOLDER, "--schema=" + SCHEMA, "--dialect=sqlite")
            .run();
    run.assertSucceeded();
    assertThat(run.printed())
        .contains("### Tidegate: ready to merge", "all migrations count as pending")
        .doesNotContain("::", "<!-- tidegate v=1");
  }
}
