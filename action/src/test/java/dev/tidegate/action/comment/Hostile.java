package dev.tidegate.action.comment;

import dev.tidegate.action.comment.ReviewComment.AppliedFile;
import dev.tidegate.action.comment.ReviewComment.Deployment;
import dev.tidegate.action.comment.ReviewComment.Hazard;
import dev.tidegate.action.comment.ReviewComment.Origin;
import dev.tidegate.action.comment.ReviewComment.PendingFile;
import dev.tidegate.action.comment.ReviewComment.Rollback;
import dev.tidegate.action.comment.ReviewComment.RowCount;
import dev.tidegate.action.comment.ReviewComment.Standing;
import dev.tidegate.action.comment.ReviewComment.Statement;
import dev.tidegate.action.comment.ReviewComment.Subject;
import dev.tidegate.action.comment.ReviewComment.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Comments in which every text comes from somebody who means harm; one seed, one comment. */
final class Hostile {
  private static final List<String> PIECES =
      List.of(
          "`",
          "``",
          "```",
          "````sql",
          "\n```\n",
          "\n`````\n",
          "~~~",
          "|",
          "\\|",
          "\\",
          "||",
          "\n|a|b|\n|-|-|\n",
          "<!--",
          "-->",
          "<!-- tidegate v=1 key=production -->",
          "\n<!-- tidegate:sql -->\n\n```sql\nSELECT 1;\n```\n",
          "</details>",
          "<details open><summary>",
          "</code>",
          "<code>",
          "<img src=x onerror=alert(1)>",
          "<script>",
          "&lt;",
          "&#64;",
          "&",
          "<",
          ">",
          "@team",
          "@acme/owners",
          "#12",
          "GH-12",
          "acme/shop#1",
          "6dcb09b5b57875f334f61aebed695e2e4193db5e",
          "https://evil.example/x",
          "www.evil.example",
          "a@evil.example",
          "![x](https://evil.example/p.png)",
          "[x](javascript:alert(1))",
          "[^1]",
          "[x]: https://evil.example\n",
          "\n# heading\n",
          "\n- item\n",
          "\n1. item\n",
          "\n===\n",
          "\n---\n",
          "\n    indented\n",
          "> quoted",
          "**bold**",
          "_it_",
          "~~no~~",
          "$x$",
          "$$x$$",
          "$`x`$",
          ":tada:",
          "::error::x",
          "::add-mask::x",
          "##[error]x",
          "\r",
          "\r\n",
          "\n",
          "\t",
          " ",
          "  \n",
          "\u202e",
          "\u2066",
          "\u200b",
          "\u200d",
          "\ufeff",
          "\u00ad",
          "\u2028",
          "\u0085",
          "\u0000",
          "\u001b[31m",
          "\ud800",
          "\udc00",
          "\u00a0",
          "\u3164",
          "\ufe0f",
          "\udb40\udc41",
          "é",
          "漢字",
          "😀",
          "SELECT",
          "1",
          "-- 2 · x.sql",
          "; DROP",
          "'",
          "\"",
          "x".repeat(300),
          "a.b.c",
          "*/",
          "/*",
          "%0A",
          "\\n");

  private final Random random;

  private Hostile(long seed) {
    random = new Random(seed);
  }

  static ReviewComment comment(long seed) {
    return new Hostile(seed).comment();
  }

  private String text() {
    var text = new StringBuilder();
    for (int i = random.nextInt(7); i >= 0; i--) {
      text.append(any(PIECES));
      text.append(random.nextInt(3) == 0 ? " " : "");
    }
    return text.toString();
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private <T> List<T> several(int most, Supplier<T> one) {
    return Stream.generate(one).limit(random.nextInt(most + 1)).toList();
  }

  private Statement statement() {
    // now and then so much that the comment has to shrink
    var sql = random.nextInt(40) == 0 ? (text() + "\n").repeat(400) : text();
    return new Statement(random.nextInt(4) == 0 ? "" : text(), sql);
  }

  private Hazard hazard(int statements) {
    return new Hazard(
        1 + random.nextInt(Math.max(1, statements)),
        text(),
        text(),
        any(List.of(Standing.values())),
        text(),
        text(),
        text());
  }

  private ReviewComment comment() {
    var draft = new Examples.Draft();
    draft.subject = new Subject(text(), text(), text());
    draft.verdict = any(List.of(Verdict.values()));
    var most = random.nextInt(10) == 0 ? 400 : 6;
    draft.statements = several(most, this::statement);
    draft.hazards = several(most, () -> hazard(draft.statements.size()));
    draft.pending = several(most, () -> new PendingFile(text(), random.nextInt(9)));
    draft.drift = several(most, this::text);
    draft.notes = several(most, this::text);
    draft.rollback = Optional.of(new Rollback(several(4, this::statement), several(4, this::text)));
    draft.trouble = Optional.of(new Trouble(text(), several(6, this::text), text(), text()));
    draft.deployment =
        Optional.of(
            new Deployment(
                text(),
                several(40, () -> new AppliedFile(text(), 1, 2)),
                several(40, () -> new RowCount(text(), "1", text())),
                Examples.ORIGIN.runUrl()));
    draft.origin = new Origin(text(), Examples.ORIGIN.runUrl(), text(), Examples.ORIGIN.at());
    return draft.comment();
  }
}
