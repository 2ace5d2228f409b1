package dev.tidegate.scratch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * How PostgreSQL's programs are started, which <a
 * href="https://www.postgresql.org/docs/current/postgres-user.html">refuse to run as root</a>.
 *
 * @param prefix what stands before each command
 * @param dropsUser whether the programs run as {@link #NOBODY} and must own what they write
 */
record Launcher(List<String> prefix, boolean dropsUser) {
  private static final int NOBODY = 65534;
  private static final int TRY_SECONDS = 10;

  /** Each way out of being root, the best first; the last ones run as nobody. */
  private static final List<String> NEW_USER_NAMESPACE = List.of("unshare", "-U");

  private static final List<List<String>> AS_NOBODY =
      List.of(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
          List.of("runuser", "-u", "nobody", "--"),
          List.of("su-exec", "nobody"),
          List.of("su", "-s", "/bin/sh", "nobody", "-c", "exec \"$0\" \"$@\"", "--"));

  /**
   * What programs need of this process's environment; all else may be secret, as the URL of a
   * database, and SQL that runs as superuser reads it there. The last ones are for Windows.
   */
  private static final Set<String> KEPT =
      Set.of(
          "PATH",
          "LANG",
          "TZ",
          "TMPDIR",
          "LD_LIBRARY_PATH",
          "DYLD_LIBRARY_PATH",
          "TEMP",
          "TMP",
          "SYSTEMROOT",
          "SYSTEMDRIVE",
          "WINDIR",
          "COMSPEC",
          "PATHEXT");

  Launcher {
    prefix = List.copyOf(prefix);
  }

  /**
   * The way that works here.
   *
   * @param folder any folder of this user's own, from which the user is known
   */
  static Launcher choose(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("unix")
        || !Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid"))) {
      // A container may run as a number that has no name, which initdb asks for; Java says "?"
      // then.
      var nameless = System.getProperty("user.name", "?").equals("?");
      return new Launcher(
          nameless && works(NEW_USER_NAMESPACE) ? NEW_USER_NAMESPACE : List.of(), false);
    }
    if (works(NEW_USER_NAMESPACE)) {
      return new Launcher(NEW_USER_NAMESPACE, false);
    }
    return AS_NOBODY.stream()
        .filter(Launcher::works)
        .findFirst()
        .map(prefix -> new Launcher(prefix, true))
        .orElseThrow(() -> ScratchProblems.rootOnly().exception());
  }

  /** The folder to work in: this one, or one in the temporary folder that nobody can reach. */
  Path reachable(Path folder) throws IOException {
    if (!dropsUser || othersMayEnter(folder)) {
      return folder;
    }
    var instead = Path.of(System.getProperty("java.io.tmpdir"), "tidegate-root");
    Files.createDirectories(instead);
    if (!Integer.valueOf(0)
        .equals(Files.getAttribute(instead, "unix:uid", LinkOption.NOFOLLOW_LINKS))) {
      throw ScratchProblems.folderOfAnother(instead).exception();
    }
    return instead;
  }

  /** Gives a folder and all it holds to the user that the programs run as. */
  void handOver(Path folder) throws IOException {
    if (!dropsUser) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            return own(path);
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            return own(path);
          }

          private FileVisitResult own(Path path) throws IOException {
            Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * A command, to be started. It sees neither the secrets that this process was given nor the
   * variables by which PostgreSQL is led astray.
   */
  ProcessBuilder command(List<String> command) {
    var words = new ArrayList<>(prefix);
    words.addAll(command);
    var builder = new ProcessBuilder(words);
    builder.environment().keySet().removeIf(name -> !KEPT.contains(name.toUpperCase(Locale.ROOT)));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  private static boolean othersMayEnter(Path folder) throws IOException {
    for (var path = folder.toAbsolutePath(); path != null; path = path.getParent()) {
      if (Files.exists(path)
          && !Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  private static boolean works(List<String> prefix) {
    var command = new ArrayList<>(prefix);
    command.add("true");
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return process.waitFor(TRY_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
