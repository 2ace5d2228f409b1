package dev.tidegate.action.runner;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What must never be seen, in every form in which it may turn up: as it is, percent-encoded,
 * decoded, in Base64, and escaped as JSON, XML and SQL do. Not for several threads.
 */
public final class Secrets {
  private static final String MASK = "***";

  private static final Pattern USER_INFO = Pattern.compile("//([^/@?#\\s]*(?:@[^/@?#\\s]*)*)@");

  /** A password that is not encoded, as it should be, may hold what ends the user info. */
  private static final Pattern WIDEST_USER_INFO = Pattern.compile("(?s)//(.*)@");

  private static final Pattern PARAMETER =
      Pattern.compile("[?&;](?i:[a-z]*password|[a-z]*secret|[a-z]*token|pwd)=([^&;#\\s]*)");

  // the longest first, so that no part of it stays
  private final SortedSet<String> forms =
      new TreeSet<>(
          Comparator.comparingInt(String::length)
              .reversed()
              .thenComparing(Comparator.naturalOrder()));

  private Pattern any = Pattern.compile("(?!)");

  /** Adds a password or a token; a blank one is no secret. */
  public Secrets add(String secret) {
    if (!secret.isBlank()) {
      keep(secret);
      // a plus is a plus in the user info of a URL, and a blank in its parameters
      keep(decoded(secret));
      keep(decoded(secret.replace("+", "%2B")));
      any = Pattern.compile(forms.stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }
    return this;
  }

  /** Adds the URL of a database: all of it, and each password in it. */
  public Secrets addUrl(String url) {
    addPasswords(USER_INFO, url);
    addPasswords(WIDEST_USER_INFO, url);
    var parameter = PARAMETER.matcher(url);
    while (parameter.find()) {
      add(parameter.group(1));
      add(url);
    }
    return this;
  }

  private void addPasswords(Pattern userInfo, String url) {
    var matcher = userInfo.matcher(url);
    while (matcher.find()) {
      var info = matcher.group(1);
      var colon = info.indexOf(':');
      if (colon >= 0) {
        add(info.substring(colon + 1));
        add(url);
      }
    }
  }

  private void keep(String secret) {
    for (var part : parts(secret)) {
      var encoded = URLEncoder.encode(part, StandardCharsets.UTF_8);
      var bytes = part.getBytes(StandardCharsets.UTF_8);
      for (var form :
          List.of(
              part,
              encoded,
              encoded.replace("+", "%20"),
              lowerCaseEscapes(encoded),
              Base64.getEncoder().encodeToString(bytes),
              Base64.getEncoder().withoutPadding().encodeToString(bytes),
              Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
              part.replace("\\", "\\\\").replace("\"", "\\\""),
              part.replace("'", "''"),
              part.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))) {
        forms.add(form);
      }
    }
  }

  /** The runner reads line by line, so each line of a secret is one. */
  private static List<String> parts(String secret) {
    var parts = new ArrayList<String>();
    parts.add(secret.strip());
    if (secret.strip().lines().count() > 1) {
      secret.lines().map(String::strip).filter(line -> line.length() > 3).forEach(parts::add);
    }
    return parts;
  }

  private static String lowerCaseEscapes(String encoded) {
    return Pattern.compile("%[0-9A-F]{2}")
        .matcher(encoded)
        .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
  }

  private static String decoded(String secret) {
    try {
      return URLDecoder.decode(secret, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return secret;
    }
  }

  /** The text without any of them. */
  public String mask(String text) {
    return any.matcher(text).replaceAll(MASK);
  }

  /** Each form of one line, for the runner's own masking. */
  List<String> forms() {
    return forms.stream().filter(form -> form.lines().count() == 1).toList();
  }

  @Override
  public String toString() {
    return forms.size() + " forms of secrets";
  }
}
