package dev.tidegate.source.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * As much of a statement as tells what it makes. The database understands SQL; this only finds the
 * name beside which somebody has written a comment.
 *
 * @param start of the statement in the script
 * @param words its words, names with their quotes, texts and dots
 */
record MarkedStatement(int start, List<String> words) {
  /** Before the first statement. */
  static final MarkedStatement NONE = new MarkedStatement(0, List.of());

  private static final Pattern WORD =
      Pattern.compile(
          "--[^\\n]*|/\\*.*?\\*/|\"(?:[^\"]++|\"\")*+\"|`[^`]*`|\\[[^\\]]*\\]|'(?:[^']++|'')*+'"
              + "|[\\p{L}_][\\p{L}\\p{N}_$]*|\\.|\\(|,",
          Pattern.DOTALL);

  /** What may stand between CREATE and the kind. */
  private static final Set<String> MODIFIERS =
      Set.of(
          "or",
          "replace",
          "global",
          "local",
          "temp",
          "temporary",
          "unlogged",
          "unique",
          "recursive",
          "trusted",
          "procedural",
          "default",
          "constraint",
          "virtual");

  /** What may stand between the kind and the name. */
  private static final Set<String> BEFORE_NAME =
      Set.of("concurrently", "if", "not", "exists", "only");

  private static final Set<String> TWO_WORDS =
      Set.of("materialized", "foreign", "event", "text", "access");

  private static final Set<String> NO_COLUMN =
      Set.of("primary", "unique", "check", "foreign", "exclude", "like", "period");

  /** More than the words before the name can be. */
  private static final int HEAD = 40;

  private static final int NEAR = 4_000;

  MarkedStatement {
    words = List.copyOf(words);
  }

  /** The statement at this place of a script. */
  static MarkedStatement of(String text, int start, int end) {
    // A large INSERT is none that could be marked, and the first words are not far.
    return new MarkedStatement(start, words(text.substring(start, Math.min(end, start + NEAR))));
  }

  /** The first words of a text; comments are none. */
  static List<String> words(String text) {
    var words = new ArrayList<String>();
    var matcher = WORD.matcher(text);
    while (words.size() < HEAD && matcher.find()) {
      var word = matcher.group();
      if (!word.startsWith("--") && !word.startsWith("/*")) {
        words.add(word);
      }
    }
    return words;
  }

  /** The kind of what it makes, in lower case; empty where it makes nothing with a name. */
  String kind() {
    if (isAddition()) {
      return addedKind();
    }
    var at = kindAt();
    if (at < 0) {
      return "";
    }
    var word = lower(at);
    return TWO_WORDS.contains(word) ? word + " " + lower(at + 1) : word;
  }

  /** The path of what it makes. */
  List<String> path() {
    if (isAddition()) {
      var path = new ArrayList<>(nameAt(2));
      path.add(name(words.get(nameOfAddition())));
      return path;
    }
    var at = kindAt();
    return at < 0 ? List.of() : nameAt(at + (TWO_WORDS.contains(lower(at)) ? 2 : 1));
  }

  /** Kind and name of the part that a line of the statement begins with; empty if it is none. */
  List<String> part(List<String> line) {
    var at = 0;
    while (at < line.size() && Set.of("(", ",").contains(line.get(at))) {
      at++;
    }
    var isTable = kind().endsWith("table");
    if (at >= line.size() || (!isTable && !kind().equals("type"))) {
      return List.of();
    }
    var word = line.get(at);
    if (word.startsWith("'")) {
      return isTable ? List.of() : List.of("label", name(word));
    }
    if (isTable && word.equalsIgnoreCase("constraint") && at + 1 < line.size()) {
      return List.of("constraint", name(line.get(at + 1)));
    }
    var isColumn = isTable && !NO_COLUMN.contains(word.toLowerCase(Locale.ROOT));
    return isColumn ? List.of("column", name(word)) : List.of();
  }

  private int kindAt() {
    if (!lower(0).equals("create")) {
      return -1;
    }
    var at = 1;
    while (MODIFIERS.contains(lower(at))) {
      at++;
    }
    return at < words.size() ? at : -1;
  }

  /** ALTER TABLE … ADD CONSTRAINT or ADD COLUMN, as dumps have it. */
  private boolean isAddition() {
    return lower(0).equals("alter")
        && lower(1).equals("table")
        && addAt() > 0
        && nameOfAddition() < words.size();
  }

  private int addAt() {
    for (var i = 2; i < words.size(); i++) {
      if (lower(i).equals("add")) {
        return i;
      }
    }
    return -1;
  }

  private String addedKind() {
    return lower(addAt() + 1).equals("constraint") ? "constraint" : "column";
  }

  private int nameOfAddition() {
    var at = addAt() + 1;
    while (BEFORE_NAME.contains(lower(at))
        || lower(at).equals("constraint")
        || lower(at).equals("column")) {
      at++;
    }
    return at;
  }

  private List<String> nameAt(int first) {
    var at = first;
    while (BEFORE_NAME.contains(lower(at))) {
      at++;
    }
    var path = new ArrayList<String>();
    while (at < words.size()) {
      path.add(name(words.get(at)));
      if (!lower(at + 1).equals(".")) {
        break;
      }
      at += 2;
    }
    return path;
  }

  private String lower(int at) {
    return at < words.size() ? words.get(at).toLowerCase(Locale.ROOT) : "";
  }

  private static String name(String word) {
    var quote = word.charAt(0);
    if ("\"'`[".indexOf(quote) < 0) {
      return word.toLowerCase(Locale.ROOT);
    }
    var inner = word.substring(1, word.length() - 1);
    return quote == '[' ? inner : inner.replace("" + quote + quote, "" + quote);
  }
}
