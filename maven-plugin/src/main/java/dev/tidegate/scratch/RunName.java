package dev.tidegate.scratch;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Which run a scratch database belongs to. It stands in the database's name, so that there is no
 * moment in which a database exists and its run is not known.
 *
 * @param started in seconds since 1970
 * @param host of the process, hashed with its process name space: a number is unique only there
 * @param process its number
 * @param random tells runs of one process apart
 */
record RunName(long started, String host, long process, String random) {
  /** All our databases begin so; no other is ever touched. */
  static final String PREFIX = "tidegate_scratch_";

  private static final Duration LONGEST_RUN = Duration.ofDays(1);
  private static final int HOST_LENGTH = 8;
  private static final int HEX = 16;
  private static final Pattern NAME =
      Pattern.compile(PREFIX + "([0-9a-f]{1,12})_([0-9a-f]{8})_([0-9a-f]{1,8})_([0-9a-f]+)_.+");

  static RunName ofThisRun() {
    return new RunName(
        Instant.now().getEpochSecond(),
        thisHost(),
        ProcessHandle.current().pid(),
        RandomText.name().substring(0, HOST_LENGTH));
  }

  /** The run that a database of this name belongs to; absent when the name is not one of ours. */
  static Optional<RunName> of(String database) {
    var matcher = NAME.matcher(database);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new RunName(
            Long.parseLong(matcher.group(1), HEX),
            matcher.group(2),
            Long.parseLong(matcher.group(3), HEX),
            matcher.group(4)));
  }

  /** A name for one more database of this run; at most 63 bytes, as PostgreSQL has it. */
  String databaseName() {
    return PREFIX
        + String.join(
            "_",
            Long.toHexString(started),
            host,
            Long.toHexString(process),
            random,
            RandomText.name().substring(0, HOST_LENGTH));
  }

  /** Whether the run is certainly over: its process is gone from this machine, or a day went by. */
  boolean isOver() {
    var age = Duration.between(Instant.ofEpochSecond(started), Instant.now());
    return age.compareTo(LONGEST_RUN) > 0
        || (host.equals(thisHost()) && ProcessHandle.of(process).isEmpty());
  }

  private static String thisHost() {
    var name = new StringBuilder();
    try {
      name.append(InetAddress.getLocalHost().getHostName());
    } catch (IOException e) {
      name.append("unknown ").append(ProcessHandle.current().pid());
    }
    try {
      name.append(Files.readSymbolicLink(Path.of("/proc/self/ns/pid")));
    } catch (IOException | UnsupportedOperationException e) {
      name.append("one name space");
    }
    return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8))
        .toString()
        .substring(0, HOST_LENGTH);
  }
}
