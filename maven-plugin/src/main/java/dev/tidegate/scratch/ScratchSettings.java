package dev.tidegate.scratch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Which scratch databases a run uses.
 *
 * @param kind {@code embedded}, {@code docker}, {@code docker:IMAGE} or the URL of a server
 * @param majorVersion of PostgreSQL, for {@code embedded} and {@code docker}
 * @param restricted whether states run as a role without programs, server files or superuser
 * @param cache folder for server binaries, initialised data and kept states
 * @param artifacts resolves Maven coordinates {@code group:artifact:version} to its jar and those
 *     of its dependencies, the jar itself first
 * @param notes takes what a person should know while waiting
 */
public record ScratchSettings(
    String kind,
    Optional<Integer> majorVersion,
    boolean restricted,
    Path cache,
    Function<String, List<Path>> artifacts,
    Consumer<String> notes) {}
