package dev.tidegate.migration;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Hands Flyway exactly the files of one folder, so that it looks nowhere else. */
final class FolderResources implements ResourceProvider {
  private final List<LoadableResource> resources;

  FolderResources(MigrationFolder folder) {
    resources =
        Stream.concat(
                folder.files().stream().map(MigrationFile::path), folder.companions().stream())
            .<LoadableResource>map(
                path -> new FileResource(path, MigrationFolder.script(folder.path(), path)))
            .toList();
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return resources.stream()
        .filter(resource -> resource.getRelativePath().equals(name))
        .findFirst()
        .orElse(null);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return resources.stream()
        .filter(resource -> resource.getFilename().startsWith(prefix))
        .filter(resource -> Arrays.stream(suffixes).anyMatch(resource.getFilename()::endsWith))
        .toList();
  }

  private static final class FileResource extends LoadableResource {
    private final Path path;
    private final String script;

    /** Read once: what runs is what its checksum was taken of, whatever happens to the file. */
    private volatile @Nullable String text;

    FileResource(Path path, String script) {
      this.path = path;
      this.script = script;
    }

    @Override
    public Reader read() {
      try {
        var known = text;
        if (known == null) {
          known = Files.readString(path, StandardCharsets.UTF_8);
          text = known;
        }
        return new StringReader(known);
      } catch (IOException e) {
        throw MigrationProblems.unreadableAtItsTurn(path, String.valueOf(e.getMessage()))
            .exception(e);
      }
    }

    @Override
    public String getAbsolutePath() {
      return path.toAbsolutePath().toString();
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return getAbsolutePath();
    }

    @Override
    public String getFilename() {
      return path.getFileName().toString();
    }

    @Override
    public String getRelativePath() {
      return script;
    }
  }
}
