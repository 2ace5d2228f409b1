package dev.tidegate.action.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.comment.ReviewComment.AppliedFile;
import dev.tidegate.action.comment.ReviewComment.Deployment;
import dev.tidegate.action.comment.ReviewComment.Hazard;
import dev.tidegate.action.comment.ReviewComment.Origin;
import dev.tidegate.action.comment.ReviewComment.PendingFile;
import dev.tidegate.action.comment.ReviewComment.RowCount;
import dev.tidegate.action.comment.ReviewComment.Standing;
import dev.tidegate.action.comment.ReviewComment.Statement;
import dev.tidegate.action.comment.ReviewComment.Subject;
import dev.tidegate.action.comment.ReviewComment.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads hostile comments as GitHub's dialect of Markdown does: nothing in them is more than text.
 */
class HostileCommentTest {
  private static final int CASES = 200;

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
          .build();

  private static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Cc}\u3164\ufe0f\u00a0&&[^\n\t]]");

  private static final Pattern OURS =
      Pattern.compile(
          "<!-- tidegate:sql -->|</details>|<!-- tidegate v=1( [a-z]+=[^ <>]*)* -->"
              + "|<details><summary>[A-Za-z0-9 ,:]+</summary>");

  /** What GitHub itself looks for in text that is no code. */
  private static final Pattern FOUND_BY_GITHUB =
      Pattern.compile("@|#\\d|GH-\\d|[0-9a-f]{7,}|:\\w+:|\\$|://|www\\.");

  static LongStream seeds() {
    var seed = System.getProperty("tidegate.seed");
    return seed == null ? LongStream.range(0, CASES) : LongStream.of(Long.parseLong(seed));
  }

  /** What a reader of the parsed comment meets. */
  private static final class Met extends AbstractVisitor {
    final List<String> html = new ArrayList<>();
    final List<String> links = new ArrayList<>();
    final List<String> plain = new ArrayList<>();
    final List<String> structure = new ArrayList<>();
    final List<FencedCodeBlock> blocks = new ArrayList<>();
    int rows;
    int raggedRows;

    @Override
    public void visit(HtmlBlock block) {
      html.addAll(block.getLiteral().lines().toList());
    }

    @Override
    public void visit(HtmlInline tag) {
      html.add(tag.getLiteral());
    }

    @Override
    public void visit(Link link) {
      links.add(link.getDestination());
    }

    @Override
    public void visit(Image image) {
      structure.add("image " + image.getDestination());
    }

    @Override
    public void visit(Heading heading) {
      structure.add("heading " + heading.getLevel());
      visitChildren(heading);
    }

    @Override
    public void visit(OrderedList list) {
      structure.add("ordered list");
    }

    @Override
    public void visit(IndentedCodeBlock block) {
      structure.add("indented code");
    }

    @Override
    public void visit(ThematicBreak line) {
      structure.add("line");
    }

    @Override
    public void visit(FencedCodeBlock block) {
      blocks.add(block);
    }

    @Override
    public void visit(Code code) {
      // whatever stands in code is text
    }

    @Override
    public void visit(Text text) {
      plain.add(text.getLiteral());
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableRow) {
        rows++;
        raggedRows += cells(node) == cells(header(node)) ? 0 : 1;
      }
      visitChildren(node);
    }

    private static Node header(Node row) {
      return row.getParent().getParent().getFirstChild().getFirstChild();
    }

    private static int cells(Node row) {
      var cells = 0;
      for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
        cells += cell instanceof TableCell ? 1 : 0;
      }
      return cells;
    }
  }

  private static Met read(String text) {
    var met = new Met();
    PARSER.parse(text).accept(met);
    return met;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void textStaysText(long seed) {
    var comment = Hostile.comment(seed);
    var text = CommentText.of(comment);
    var met = read(text);
    var what = "seed=" + seed + "\n" + text;

    assertThat(text.length()).as(what).isLessThan(CommentText.LIMIT);
    assertThat(HIDDEN.matcher(text).find()).as(what).isFalse();
    assertThat(met.html).as(what).allMatch(line -> OURS.matcher(line).matches());
    assertThat(met.html.stream().filter("</details>"::equals).count())
        .as(what)
        .isEqualTo(met.html.stream().filter(line -> line.startsWith("<details>")).count());
    assertThat(Set.copyOf(met.links)).as(what).containsExactly(Examples.ORIGIN.runUrl());
    assertThat(met.structure).as(what).containsExactly("heading 3");
    assertThat(met.raggedRows).as(what).isZero();
    if (!text.contains("**Left out**")) {
      var deployment = comment.deployment().orElseThrow();
      assertThat(met.rows)
          .as(what)
          .isEqualTo(
              rows(comment.hazards(), 10_000)
                  + rows(deployment.files(), 30)
                  + rows(deployment.rows(), 30));
    }
    assertThat(met.plain.stream().filter(line -> FOUND_BY_GITHUB.matcher(line).find()))
        .as(what)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsShownCanBeReadBack(long seed) {
    var comment = Hostile.comment(seed);
    var statements = comment.plan().statements();
    var text = CommentText.of(comment);
    var what = "seed=" + seed + "\n" + text;
    for (var body : List.of(text, text.replace("\n", "\r\n"))) {
      var posted = PostedComment.parse(body).orElseThrow();
      assertThat(posted.isOf(comment.subject().key())).as(what).isTrue();
      assertThat(posted.run()).as(what).isEqualTo(whole(comment.origin().run()));
      assertThat(posted.headCommit()).as(what).isEqualTo(whole(comment.origin().headCommit()));
      assertThat(posted.isIntact()).as(what).isTrue();
      assertThat(posted.shows(statements)).as(what).isTrue();
    }
    if (!statements.isEmpty()) {
      var blocks = read(text).blocks.stream().map(FencedCodeBlock::getLiteral).toList();
      assertThat(blocks)
          .as(what)
          .contains(PostedComment.parse(text).orElseThrow().sql().orElseThrow());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasPromisedOutlivesWhatBecomesOfIt(long seed) {
    var promised = Hostile.comment(seed);
    var statements = promised.plan().statements();
    var posted = PostedComment.parse(CommentText.of(promised)).orElseThrow();
    var text = CommentText.keeping(posted, Hostile.comment(seed + 1));
    var kept = PostedComment.parse(text).orElseThrow();
    var what = "seed=" + seed + "\n" + text;

    assertThat(text.length()).as(what).isLessThan(CommentText.LIMIT);
    assertThat(kept.shows(statements)).as(what).isTrue();
    assertThat(kept.planHash()).isEqualTo(posted.planHash());
    assertThat(kept.headCommit()).isEqualTo(posted.headCommit());
    assertThat(kept.since()).isEqualTo(posted.since());
    assertThat(kept.verdict()).hasValue(Hostile.comment(seed + 1).verdict());
    assertThat(kept.count()).as(what).isEqualTo(statements.size());
    for (int i = 0; i < statements.size(); i++) {
      assertThat(kept.showsLast(statements.subList(i, statements.size()))).as(what).isTrue();
    }
    assertThat(read(text).html).as(what).allMatch(line -> OURS.matcher(line).matches());
  }

  /** Rows of a table with its header; none without content. */
  private static int rows(List<?> content, int most) {
    return content.isEmpty() ? 0 : 1 + Math.min(most, content.size());
  }

  /**
   * As a marker keeps it: half a character cannot be written in UTF-8, and long texts not at all.
   */
  private static String whole(String text) {
    return text.length() > 250
        ? SqlBlock.hash(text)
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202e", "`", "` ", "@a ", "|", "\n", "é", "\ud83d\ude00", "x"})
  void staysBelowTheLimitHoweverLongItsTextsAre(String piece) {
    var longText = piece.repeat(4_000);
    var draft = new Examples.Draft();
    draft.subject = new Subject(longText, longText, longText);
    draft.statements = Collections.nCopies(20, new Statement(longText, longText));
    draft.hazards =
        Collections.nCopies(
            20,
            new Hazard(1, longText, longText, Standing.NOT_APPROVED, longText, longText, longText));
    draft.pending = Collections.nCopies(20, new PendingFile(longText, 1));
    draft.drift = Collections.nCopies(20, longText);
    draft.notes = Collections.nCopies(20, longText);
    draft.trouble =
        Optional.of(new Trouble(longText, Collections.nCopies(20, longText), longText, longText));
    draft.deployment =
        Optional.of(
            new Deployment(
                longText,
                Collections.nCopies(99, new AppliedFile(longText, 1, 1)),
                Collections.nCopies(99, new RowCount(longText, longText, "1")),
                Examples.ORIGIN.runUrl()));
    draft.origin = new Origin(longText, Examples.ORIGIN.runUrl(), longText, Examples.ORIGIN.at());
    var text = CommentText.of(draft.comment());
    assertThat(text.length()).isLessThan(CommentText.LIMIT);
    var posted = PostedComment.parse(text).orElseThrow();
    assertThat(posted.isOf(longText)).isTrue();
    assertThat(posted.isOf(longText + "x")).isFalse();
    assertThat(posted.shows(draft.statements)).isTrue();
  }

  @Test
  void theSameCommentIsTheSameText() {
    assertThat(CommentText.of(Hostile.comment(3))).isEqualTo(CommentText.of(Hostile.comment(3)));
  }
}
