package dev.tidegate.source.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/**
 * Collects the marks of renames while a script is split. A mark stands above the statement that
 * makes its object, or on the line of the column, the constraint or the label inside of it; on a
 * line of its own inside of a statement it speaks of the next line. Marks that are out of place are
 * kept as such: a migration may say what it likes in comments, only declared SQL is held to them.
 */
final class RenameMarks {
  private static final String WORD = "tidegate:renamed";

  private static final Pattern MARK =
      Pattern.compile("--\\s*" + WORD + "\\b(?:\\s+from\\s*=\\s*(.*\\S))?.*");

  private final String file;
  private final String text;
  private final List<Comment> open = new ArrayList<>();
  private final List<RenameMark> found = new ArrayList<>();
  private MarkedStatement last = MarkedStatement.NONE;
  private int lastEnd = -1;

  RenameMarks(String file, String text) {
    this.file = file;
    this.text = text;
  }

  private record Comment(int start, String from, String place) {
    RenameMark on(String kind, List<String> path) {
      return new RenameMark(place, kind, path, from);
    }
  }

  List<RenameMark> found() {
    open.forEach(comment -> found.add(comment.on("", List.of())));
    open.clear();
    return List.copyOf(found);
  }

  /** Looks at a comment of the script. */
  void comment(Token token, IntUnaryOperator lines) {
    var mark = MARK.matcher(token.text(text));
    if (!mark.matches()) {
      return;
    }
    var from = Optional.ofNullable(mark.group(1)).map(RenameMarks::unquoted).orElse("");
    var place = file + " line " + lines.applyAsInt(token.start());
    var comment = new Comment(token.start(), from, place);
    // Behind a statement that ended on this line it speaks of that one.
    var newline = lastEnd < 0 ? -1 : text.indexOf('\n', lastEnd);
    if (lastEnd >= 0 && (newline < 0 || newline > token.start())) {
      found.add(comment.on(last.kind(), last.path()));
    } else {
      open.add(comment);
    }
  }

  /** A statement is complete, and so are the marks within and before it. */
  void finish(int start, int end) {
    last = MarkedStatement.of(text, start, end);
    lastEnd = end;
    for (var comment : open) {
      found.add(
          comment.start() < start ? comment.on(last.kind(), last.path()) : inside(comment, end));
    }
    open.clear();
  }

  private RenameMark inside(Comment comment, int end) {
    var lineStart = text.lastIndexOf('\n', comment.start()) + 1;
    if (lineStart <= last.start()) {
      return comment.on(last.kind(), last.path());
    }
    var line = text.substring(lineStart, comment.start());
    if (line.isBlank()) {
      var next = text.indexOf('\n', comment.start());
      line = next < 0 || next >= end ? "" : text.substring(next, end);
    }
    var part = last.part(MarkedStatement.words(line));
    if (part.isEmpty()) {
      return comment.on("", List.of());
    }
    var path = new ArrayList<>(last.path());
    path.add(part.get(1));
    return comment.on(part.get(0), path);
  }

  private static String unquoted(String name) {
    var first = name.charAt(0);
    var quoted =
        name.length() > 1 && "\"'".indexOf(first) >= 0 && name.charAt(name.length() - 1) == first;
    return quoted ? name.substring(1, name.length() - 1) : name;
  }
}
