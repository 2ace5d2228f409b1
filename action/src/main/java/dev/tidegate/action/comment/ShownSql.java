package dev.tidegate.action.comment;

import dev.tidegate.action.comment.ReviewComment.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The statements in a comment's SQL, read back to be compared for a person. A statement may hold
 * lines that look like those between statements, so nothing is ever decided by this.
 */
final class ShownSql {
  private static final Pattern HEAD = Pattern.compile("-- (\\d{1,7})(?: · (.*))?");
  private static final Pattern GAP = Pattern.compile("-- (\\d{1,7})(?:-(\\d{1,7}))? not shown: .*");

  private final List<Statement> statements = new ArrayList<>();
  private final StringBuilder sql = new StringBuilder();
  private String file = "";
  private int number;
  private boolean open;

  private ShownSql() {}

  static List<Statement> parse(String text) {
    var shown = new ShownSql();
    text.lines().forEach(shown::read);
    shown.end();
    return List.copyOf(shown.statements);
  }

  private void read(String line) {
    var gap = GAP.matcher(line);
    var head = HEAD.matcher(line);
    if (gap.matches() && Integer.parseInt(gap.group(1)) == number + 1) {
      end();
      number = Integer.parseInt(gap.group(2) == null ? gap.group(1) : gap.group(2));
    } else if (head.matches() && Integer.parseInt(head.group(1)) == number + 1) {
      end();
      number++;
      file = head.group(2) == null ? "" : head.group(2);
      open = true;
    } else if (open) {
      sql.append(line).append('\n');
    }
  }

  private void end() {
    if (open) {
      statements.add(new Statement(file, sql.toString().strip()));
    }
    sql.setLength(0);
    open = false;
  }
}
