package dev.tidegate.jdbc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes passwords out of texts, as they are and as they stand in URLs. Drivers quote URLs in their
 * messages, so whatever leaves a run goes through here. Knows the passwords of one run; grows while
 * the run resolves its connections. Not safe for several threads that add.
 */
public final class Masking {
  private static final String MASK = "<masked>";
  private static final Pattern IN_URL = Pattern.compile("(:/{1,2}[^\\s/@:]*:)[^\\s/]*(@)");
  private static final Pattern IN_PARAMETER =
      Pattern.compile("(?i)((?:ssl)?password=)(?!…)[^\\s&\"',;)]+");

  /** In a connection string within SQL, where it can stand in quotes of its own. */
  private static final Pattern IN_QUOTES =
      Pattern.compile("(?i)(password\\s*=\\s*)('{1,2})(?:[^'\\\\]++|\\\\.)+\\2");

  /**
   * An option of a user mapping, or a role's; to the end where it is not terminated. Possessive, as
   * otherwise each pair of quotes takes a frame of the stack.
   */
  private static final Pattern IN_SQL =
      Pattern.compile("(?i)(password\\s+')(?:[^']++|'')++('|\\z)");

  private final List<Pattern> secrets = new ArrayList<>();

  /** Masks this connection's password from now on. */
  public void add(ConnectionSettings settings) {
    settings.password().ifPresent(secret -> add(secret, publicWords(settings)));
    settings.url().password().ifPresent(secret -> add(secret, publicWords(settings)));
  }

  /** The text without any password. */
  public String apply(String text) {
    var masked = IN_URL.matcher(text).replaceAll("$1" + MASK + "$2");
    masked = IN_PARAMETER.matcher(masked).replaceAll("$1" + MASK);
    masked = IN_QUOTES.matcher(masked).replaceAll("$1$2" + MASK + "$2");
    masked = IN_SQL.matcher(masked).replaceAll("$1" + MASK + "$2");
    for (var secret : secrets) {
      masked = secret.matcher(masked).replaceAll(MASK);
    }
    return masked;
  }

  /**
   * The exception, or where a message in its chain holds a password, one that says the same without
   * it and has the same stack trace.
   */
  public Throwable apply(Throwable failure) {
    return clean(failure) ? failure : copy(failure);
  }

  private boolean clean(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (!apply(cause.toString()).equals(cause.toString())) {
        return false;
      }
      for (var suppressed : cause.getSuppressed()) {
        if (!clean(suppressed)) {
          return false;
        }
      }
    }
    return true;
  }

  private Throwable copy(Throwable failure) {
    var cause = failure.getCause();
    var copy = new MaskedException(apply(failure.toString()), cause == null ? null : copy(cause));
    copy.setStackTrace(failure.getStackTrace());
    return copy;
  }

  /**
   * A password that is also the user's or the database's name, or part of it, is masked only where
   * a URL has its password: masked everywhere it would make every line unreadable, and so be told.
   */
  private void add(Secret secret, String publicWords) {
    if (secret.reveal().isEmpty() || publicWords.contains(secret.reveal())) {
      return;
    }
    spellings(secret.reveal()).stream().map(Masking::pattern).forEach(secrets::add);
  }

  private static Pattern pattern(String spelling) {
    // percent escapes are the same in either case
    return Pattern.compile(
        Pattern.quote(spelling), spelling.contains("%") ? Pattern.CASE_INSENSITIVE : 0);
  }

  private static Set<String> spellings(String secret) {
    var encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    var spellings = new LinkedHashSet<String>();
    spellings.add(secret);
    spellings.add(encoded);
    spellings.add(encoded.replace("+", "%20"));
    spellings.add(encoded.replace("+", "%20").replace("*", "%2A"));
    // as encodeURI and many people write it: only what breaks a URL
    spellings.add(
        secret
            .replace("%", "%25")
            .replace("@", "%40")
            .replace(":", "%3A")
            .replace("/", "%2F")
            .replace("?", "%3F")
            .replace("#", "%23")
            .replace("&", "%26")
            .replace(" ", "%20"));
    spellings.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
    return spellings;
  }

  private static String publicWords(ConnectionSettings settings) {
    return String.join(
            " ",
            settings.url().display(),
            settings.user().orElse(""),
            settings.origin(),
            "postgresql sqlite tidegate masked migration schema database password")
        .toLowerCase(Locale.ROOT);
  }

  /** Stands for an exception whose own message cannot be shown. */
  private static final class MaskedException extends Exception {
    private static final long serialVersionUID = 1L;

    MaskedException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
