package dev.tidegate.action.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tidegate.action.github.ChangedFile;
import dev.tidegate.action.problem.ActionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseFolderTest {
  @TempDir Path root;
  @TempDir Path elsewhere;

  private void write(String path) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(requireNonNull(file.getParent()));
    Files.writeString(file, "now " + path);
  }

  private static ChangedFile changed(String status, String path) {
    return new ChangedFile(path, Optional.empty(), status);
  }

  private Path make(ChangedFile... changes) {
    return BaseFolder.make(
        root,
        root.resolve("app/db"),
        List.of(changes),
        path -> ("before " + path).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> content(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    try (var walk = Files.walk(folder)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  private String refused(ChangedFile... changes) {
    var refused = catchThrowableOfType(ActionException.class, () -> make(changes));
    assertThat(refused.problem().code()).isEqualTo("TG-5203");
    return refused.problem().text();
  }

  @Test
  void isTheCheckoutWithoutWhatThePullRequestChanges() throws IOException {
    write("app/db/V1__a.sql");
    write("app/db/V2__changed.sql");
    write("app/db/sub/V3__kept.sql");
    write("app/db/V5__new_name.sql");
    write("app/db/V6__added.sql");
    write("app/src/Main.java");
    var base =
        make(
            changed("modified", "app/db/V2__changed.sql"),
            changed("removed", "app/db/sub/deep/V4__removed.sql"),
            new ChangedFile(
                "app/db/V5__new_name.sql", Optional.of("app/db/V5__old_name.sql"), "renamed"),
            changed("added", "app/db/V6__added.sql"),
            changed("modified", "app/src/Main.java"),
            changed("added", "app/dbx/V7__beside.sql"));
    assertThat(content(base))
        .isEqualTo(
            Map.of(
                "V1__a.sql", "now app/db/V1__a.sql",
                "V2__changed.sql", "before app/db/V2__changed.sql",
                "sub/V3__kept.sql", "now app/db/sub/V3__kept.sql",
                "sub/deep/V4__removed.sql", "before app/db/sub/deep/V4__removed.sql",
                "V5__old_name.sql", "before app/db/V5__old_name.sql"));
  }

  @Test
  void followsFilesThatComeFromElsewhereOrGoThere() throws IOException {
    write("app/db/V2__came.sql");
    write("old/V1__left.sql");
    var base =
        make(
            new ChangedFile("app/db/V2__came.sql", Optional.of("old/V2__came.sql"), "renamed"),
            new ChangedFile("old/V1__left.sql", Optional.of("app/db/V1__left.sql"), "renamed"));
    assertThat(content(base)).containsOnlyKeys("V1__left.sql");
  }

  @Test
  void isEmptyWhereTheBranchBringsTheFirstMigrations() throws IOException {
    write("app/db/V1__a.sql");
    assertThat(content(make(changed("added", "app/db/V1__a.sql")))).isEmpty();
  }

  @Test
  void holdsWhatTheBranchRemovesTogetherWithTheFolder() throws IOException {
    assertThat(content(make(changed("removed", "app/db/V1__a.sql")))).containsOnlyKeys("V1__a.sql");
  }

  @Test
  void aFileMayStandWhereADirectoryCame() throws IOException {
    write("app/db/V1/V1__a.sql");
    var base = make(changed("added", "app/db/V1/V1__a.sql"), changed("removed", "app/db/V1x"));
    assertThat(content(base)).containsOnlyKeys("V1x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside.sql",
        "app/db/../../outside.sql",
        "/etc/outside.sql",
        "app/db/../db2/outside.sql",
        "app/db"
      })
  void writesNothingOutsideOfItself(String path) throws IOException {
    write("app/db/V1__a.sql");
    var base = make(changed("removed", path));
    assertThat(content(base)).containsOnlyKeys("V1__a.sql");
    assertThat(requireNonNull(base.getParent()).resolve("outside.sql")).doesNotExist();
    assertThat(root.resolve("outside.sql")).doesNotExist();
  }

  @Test
  void followsALinkWithinTheRepositoryAndNoneOutOfIt() throws IOException {
    write("shared/V1__a.sql");
    Files.createDirectories(root.resolve("app/db"));
    var link = root.resolve("app/db/V1__a.sql");
    Files.createSymbolicLink(link, root.resolve("shared/V1__a.sql"));
    assertThat(content(make())).containsEntry("V1__a.sql", "now shared/V1__a.sql");
    Files.delete(link);
    Files.createSymbolicLink(link, Files.writeString(elsewhere.resolve("secret"), "secret"));
    assertThat(refused()).contains("app/db/V1__a.sql is a link out of the repository");
    Files.delete(link);
    Files.createSymbolicLink(link, elsewhere);
    assertThat(refused()).contains("link out of the repository");
    Files.delete(link);
    Files.createSymbolicLink(link, root.resolve("gone"));
    assertThat(refused()).contains("a file that is not there");
    Files.delete(link);
    Files.createSymbolicLink(link, root.resolve("app"));
    assertThat(refused()).contains("a link to a directory");
  }

  @Test
  void refusesAFolderOutsideOfTheRepository() {
    var refused =
        catchThrowableOfType(
            ActionException.class,
            () -> BaseFolder.make(root, elsewhere, List.of(), path -> new byte[0]));
    assertThat(refused.problem().text()).contains("outside of the repository");
  }
}
