package dev.tidegate.scratch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The machine that server binaries are made for.
 *
 * @param name as the binaries' artifacts spell it, for example {@code linux-amd64-alpine}
 */
record Platform(String name) {

  /** The machine that this runs on. */
  static Platform current() {
    return of(
        System.getProperty("os.name", ""),
        System.getProperty("os.arch", ""),
        Files.exists(Path.of("/etc/alpine-release")));
  }

  static Platform of(String osName, String osArch, boolean alpine) {
    var os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("windows")) {
      return new Platform("windows-amd64");
    }
    var arch = architecture(osArch.toLowerCase(Locale.ROOT));
    if (os.contains("mac")) {
      return new Platform("darwin-" + arch);
    }
    return new Platform("linux-" + arch + (alpine ? "-alpine" : ""));
  }

  boolean isWindows() {
    return name.startsWith("windows");
  }

  /** The program of this name in a folder of binaries. */
  Path program(Path binaries, String program) {
    return binaries.resolve("bin").resolve(isWindows() ? program + ".exe" : program);
  }

  private static String architecture(String arch) {
    if (arch.equals("aarch64") || arch.equals("arm64")) {
      return "arm64v8";
    }
    if (arch.equals("x86_64") || arch.equals("amd64")) {
      return "amd64";
    }
    if (arch.startsWith("arm")) {
      return "arm32v7";
    }
    return arch.matches("i[3-6]86|x86") ? "i386" : arch;
  }
}
