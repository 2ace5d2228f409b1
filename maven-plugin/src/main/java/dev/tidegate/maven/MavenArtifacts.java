package dev.tidegate.maven;

import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * What only some runs need, fetched by Maven's own resolver: its mirrors, proxies, credentials and
 * local repository hold here too.
 *
 * @param system Maven's resolver
 * @param session of the build that the goal runs in
 */
record MavenArtifacts(RepositorySystem system, MavenSession session)
    implements Function<String, List<Path>> {

  /**
   * Resolves coordinates to a jar and the jars of its dependencies, the jar itself first.
   *
   * @param coordinates {@code group:artifact:version}
   */
  @Override
  public List<Path> apply(String coordinates) {
    var root = new Dependency(new DefaultArtifact(coordinates), "runtime");
    var request = new DependencyRequest(new CollectRequest(root, repositories()), null);
    try {
      return system
          .resolveDependencies(session.getRepositorySession(), request)
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .map(artifact -> artifact.getFile().toPath())
          .toList();
    } catch (DependencyResolutionException e) {
      throw notFetched(coordinates, e).exception(e);
    }
  }

  /** Those that plugins come from, then those of the project; Maven asks each address once. */
  private List<RemoteRepository> repositories() {
    var project = session.getCurrentProject();
    var repositories = new ArrayList<>(project.getRemotePluginRepositories());
    project.getRemoteProjectRepositories().stream()
        .filter(repository -> !repositories.contains(repository))
        .forEach(repositories::add);
    return repositories;
  }

  private Problem notFetched(String coordinates, Exception e) {
    var problem =
        Problem.of(ProblemCode.BINARIES_NOT_FETCHED, coordinates + " was not fetched")
            .withDetail(String.valueOf(e.getMessage()))
            .withState("nothing was changed");
    return session.isOffline()
        ? problem
            .withDetail("Maven is offline, and the local repository does not have it")
            .withHint("fetch it once while online: mvn dependency:get -Dartifact=" + coordinates)
        : problem.withHint(
            "see that this succeeds, which uses the same settings.xml: mvn dependency:get -Dartifact="
                + coordinates);
  }
}
