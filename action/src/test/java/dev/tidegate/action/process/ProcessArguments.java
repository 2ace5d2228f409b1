package dev.tidegate.action.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * The arguments of a process and of all that it started, as any user of the machine may read them.
 * Where there is no {@code /proc} nothing is seen.
 */
final class ProcessArguments {
  private static final int PAUSE_MILLIS = 15;

  private final Set<String> seen = new ConcurrentSkipListSet<>();

  void watch(Process process) {
    var thread = new Thread(() -> look(process), "arguments of processes");
    thread.setDaemon(true);
    thread.start();
  }

  private void look(Process process) {
    while (process.isAlive()) {
      Stream.concat(Stream.of(process.toHandle()), process.descendants())
          .forEach(handle -> read(handle.pid()));
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void read(long pid) {
    try {
      seen.add(
          Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1)
              .replace('\0', ' '));
    } catch (IOException gone) {
      // it ended in the meantime
    }
  }

  /** Each line of arguments, once. */
  Set<String> seen() {
    return seen;
  }
}
