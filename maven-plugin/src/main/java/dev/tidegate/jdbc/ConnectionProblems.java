package dev.tidegate.jdbc;

import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** What a refused connection is, in words. */
final class ConnectionProblems {
  private ConnectionProblems() {}

  /** The one problem behind a driver's exception, without the password that it may quote. */
  static Problem refused(ConnectionSettings settings, SQLException e) {
    var masking = new Masking();
    masking.add(settings);
    var message = masking.apply(String.valueOf(e.getMessage()));
    var state = String.valueOf(e.getSQLState());
    if (settings.product() == Product.SQLITE) {
      return with(settings, ProblemCode.CANNOT_CONNECT, "cannot open ", message)
          .withDetail(file(settings));
    }
    var words = e.getSQLState() == null ? message : message + " (SQLSTATE " + state + ")";
    // 28: https://www.postgresql.org/docs/current/errcodes-appendix.html; 08004 without a password
    if (state.startsWith("28") || (state.equals("08004") && message.contains("password"))) {
      return with(settings, ProblemCode.LOGIN_REFUSED, "login refused by ", words)
          .withDetail("user " + settings.user().orElse("(none)") + ", password " + given(settings))
          .withHint(
              "give -Dtidegate.user=… -Dtidegate.password=…, or keep both in settings.xml"
                  + " under -Dtidegate.serverId=…");
    }
    var problem = with(settings, ProblemCode.CANNOT_CONNECT, "cannot connect to ", words);
    return switch (state) {
      case "3D000" -> problem.withHint("CREATE DATABASE " + settings.url().database());
      case "08001" ->
          problem.withHint(
              "check host and port, and that the server is up: pg_isready -h "
                  + settings.url().host()
                  + " -p "
                  + settings.url().port());
      default -> problem;
    };
  }

  private static Problem with(
      ConnectionSettings settings, ProblemCode code, String fact, String words) {
    return Problem.of(code, fact + settings.url().display())
        .withDetail(words)
        .withDetail("the URL came from " + settings.origin())
        .withState("nothing was changed");
  }

  private static String given(ConnectionSettings settings) {
    return settings.password().isPresent() ? "given" : "not given";
  }

  private static String file(ConnectionSettings settings) {
    var file = Path.of(settings.url().database());
    if (Files.isDirectory(file)) {
      return file + " is a folder";
    }
    if (!Files.exists(file)) {
      var folder = file.getParent();
      return folder != null && !Files.isDirectory(folder)
          ? "the folder " + folder + " is not there"
          : "the file is not there";
    }
    return Files.isReadable(file) ? "the file is there and readable" : "the file is not readable";
  }
}
