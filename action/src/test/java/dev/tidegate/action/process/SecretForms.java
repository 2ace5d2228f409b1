package dev.tidegate.action.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What must not be seen, in all forms; written without a look at the program's own list. */
final class SecretForms {
  private static final int SHORTEST = 6;

  private final Set<String> forms = new TreeSet<>();

  /** A password or a token. */
  void add(String secret) {
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException("a secret of a test has " + SHORTEST + " characters");
    }
    var decoded = URLDecoder.decode(secret.replace("+", "%2B"), UTF_8);
    for (var text : new TreeSet<>(List.of(secret, decoded))) {
      forms.add(text);
      forms.add(URLEncoder.encode(text, UTF_8));
      forms.add(URLEncoder.encode(text, UTF_8).replace("+", "%20"));
      var base64 = Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
      forms.add(base64);
      forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8)));
    }
  }

  /** What of a URL is secret: all between the first colon of its user information and the at. */
  void addUrl(String url) {
    var start = url.indexOf("://");
    var at = url.lastIndexOf('@');
    var colon = start < 0 ? -1 : url.indexOf(':', start + 3);
    if (colon > 0 && colon < at) {
      add(url.substring(colon + 1, at));
      forms.add(url);
    }
  }

  void assertAbsent(String where, String text) {
    for (var form : forms) {
      assertThat(text.contains(form)).as("%s holds the secret %s", where, form).isFalse();
    }
  }
}
