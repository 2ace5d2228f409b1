package dev.tidegate.action.comment;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first line of a comment, which GitHub does not draw. Whoever may edit the comment may edit it
 * too, so it is a claim and not a proof.
 *
 * @param key what the comment is found by
 * @param run the run that wrote it first
 * @param head the commit that was reviewed
 * @param plan hash over the whole plan; empty without one
 * @param sql hash over the SQL that is shown; empty without any
 * @param shown numbers of the statements that are shown
 * @param since when this plan was first shown for this commit; empty when that is not known
 * @param state name of the verdict
 */
record Marker(
    String key,
    String run,
    String head,
    String plan,
    String sql,
    Numbers shown,
    Optional<Instant> since,
    String state) {
  private static final int LONGEST = 250;
  private static final String PLAIN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:._/@";

  // Possessive, as otherwise each pair takes a frame of the stack, and anybody may write thousands.
  private static final Pattern FORM =
      Pattern.compile("<!-- tidegate v=1((?: [a-z]+=[^\\s<>]*+)*+) -->");

  /** A value can hold neither blanks nor the end of an HTML comment: see {@link #encode}. */
  String text() {
    var values = new LinkedHashMap<String, String>();
    values.put("key", encode(key));
    values.put("run", encode(run));
    values.put("head", encode(head));
    values.put("plan", encode(plan));
    values.put("sql", encode(sql));
    values.put("shown", shown.text());
    values.put("since", encode(since.map(Instant::toString).orElse("")));
    values.put("state", state);
    var text = new StringBuilder("<!-- tidegate v=1");
    values.forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
    return text.append(" -->").toString();
  }

  /** Whether it promises what another one does: the same plan, shown the same way. */
  boolean promises(Marker other) {
    return !plan.isEmpty()
        && plan.equals(other.plan)
        && sql.equals(other.sql)
        && head.equals(other.head);
  }

  Marker state(String other) {
    return new Marker(key, run, head, plan, sql, shown, since, other);
  }

  Marker since(Optional<Instant> time) {
    return new Marker(key, run, head, plan, sql, shown, time, state);
  }

  /** Whether it is that of a comment; half a character is none, and is the same as any other. */
  boolean hasKey(String other) {
    return encode(key).equals(encode(other));
  }

  /**
   * Everything but letters, digits and a few signs as bytes in percent form; no hyphens. What is
   * too long for a first line stands there as its hash.
   */
  static String encode(String given) {
    var value = given.length() <= LONGEST ? given : SqlBlock.hash(given);
    var text = new StringBuilder();
    for (var b : value.getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN.indexOf(b) >= 0) {
        text.append((char) b);
      } else {
        text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return text.toString();
  }

  /** The marker of a line; nothing when it is not one. */
  static Optional<Marker> parse(String line) {
    var matcher = FORM.matcher(line.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var values = new HashMap<String, String>();
    for (var pair : matcher.group(1).strip().split(" ")) {
      var parts = pair.split("=", 2);
      if (parts.length < 2 || values.put(parts[0], parts[1]) != null) {
        return Optional.empty();
      }
    }
    return of(values);
  }

  private static Optional<Marker> of(Map<String, String> values) {
    try {
      return Optional.of(
          new Marker(
              decoded(values, "key"),
              decoded(values, "run"),
              decoded(values, "head"),
              decoded(values, "plan"),
              decoded(values, "sql"),
              Numbers.parse(values.getOrDefault("shown", "")),
              Optional.of(decoded(values, "since"))
                  .filter(time -> !time.isEmpty())
                  .map(Instant::parse),
              values.getOrDefault("state", "")));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String decoded(Map<String, String> values, String name) {
    // a plus is a plus: this is no form of a web page
    var value = values.getOrDefault(name, "").replace("+", "%2B");
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
