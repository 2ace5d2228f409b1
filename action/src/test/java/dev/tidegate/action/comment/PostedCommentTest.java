package dev.tidegate.action.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.comment.ReviewComment.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostedCommentTest {
  private static final ReviewComment COMMENT = Examples.destructiveChange();
  private static final List<Statement> STATEMENTS = COMMENT.plan().statements();
  private static final String BODY = CommentText.of(COMMENT);

  private static PostedComment posted(String body) {
    return PostedComment.parse(body).orElseThrow();
  }

  @Test
  void saysWhatWasPromised() {
    var posted = posted(BODY);
    assertThat(posted.isOf("production")).isTrue();
    assertThat(posted.isOf("staging")).isFalse();
    assertThat(posted.planHash()).isEqualTo(COMMENT.plan().hash());
    assertThat(posted.headCommit()).isEqualTo(Examples.ORIGIN.headCommit());
    assertThat(posted.isIntact()).isTrue();
    assertThat(posted.shows(STATEMENTS)).isTrue();
    assertThat(posted.notShown(STATEMENTS.size())).isEmpty();
  }

  @Test
  void anEditThatChangesNothingIsNone() {
    assertThat(posted(BODY.replace("\n", "\r\n")).shows(STATEMENTS)).isTrue();
    assertThat(posted(BODY.strip()).shows(STATEMENTS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP COLUMN legacy|DROP COLUMN unused",
        "DROP TABLE public.customer_old;\n|",
        "-- 2 |-- two ",
        "SET NOT NULL;|SET NOT NULL; ",
        "```sql\n-- 1|```sql\n-- 0\n-- 1",
        "```sql|```text",
        "<!-- tidegate:sql -->|<!-- tidegate: sql -->"
      })
  void seesThatTheSqlWasEdited(String edit) {
    var change = edit.split("\\|", -1);
    assertThat(BODY).contains(change[0]);
    var posted = posted(BODY.replace(change[0], change[1]));
    assertThat(posted.isIntact()).isFalse();
    assertThat(posted.shows(STATEMENTS)).isFalse();
  }

  @Test
  void isNotFooledByAnEditOfBothSqlAndMarker() {
    var edited = BODY.replace("DROP COLUMN legacy", "DROP COLUMN unused");
    var hash = posted(edited).shownHash().orElseThrow();
    var forged = edited.replaceFirst("sql=sha256:[0-9a-f]+", "sql=" + hash);
    assertThat(posted(forged).isIntact()).isTrue();
    assertThat(posted(forged).shows(STATEMENTS)).isFalse();
  }

  @Test
  void seesThatSomethingElseWouldRun() {
    var more = new ArrayList<>(STATEMENTS);
    more.add(new Statement("", "DROP TABLE public.orders"));
    assertThat(posted(BODY).shows(more)).isFalse();
    assertThat(posted(BODY).shows(STATEMENTS.subList(0, 2))).isFalse();
    assertThat(posted(BODY).shows(List.of())).isFalse();
  }

  @Test
  void knowsWhatIsLeftOfItsPlan() {
    assertThat(posted(BODY).count()).isEqualTo(STATEMENTS.size());
    assertThat(posted(BODY).showsLast(STATEMENTS.subList(1, 3))).isTrue();
    assertThat(posted(BODY).showsLast(STATEMENTS.subList(0, 2))).isFalse();
    assertThat(posted(BODY).showsLast(List.of())).isFalse();
    var other = new Statement(STATEMENTS.get(2).file(), "DROP TABLE public.orders");
    assertThat(posted(BODY).showsLast(List.of(STATEMENTS.get(1), other))).isFalse();
    var longer = new ArrayList<>(STATEMENTS);
    longer.add(0, other);
    assertThat(posted(BODY).showsLast(longer)).isFalse();
  }

  @Test
  void keepsItsPromiseWhateverIsSaidAboveIt() {
    var comment = Examples.manyStatements();
    var posted = posted(CommentText.of(comment));
    var draft = new Examples.Draft();
    draft.verdict = Verdict.DEPLOY_REFUSED;
    draft.trouble =
        Optional.of(
            new ReviewComment.Trouble(
                "TG-5304 x", Collections.nCopies(3_000, "- DROP TABLE x"), "nothing", "look"));
    draft.statements = STATEMENTS;
    draft.hazards = Examples.destructiveChange().hazards();
    var kept = posted(CommentText.keeping(posted, draft.comment()));
    assertThat(kept.shows(comment.plan().statements())).isTrue();
    assertThat(kept.shows(STATEMENTS)).isFalse();
    assertThat(kept.verdict()).hasValue(Verdict.DEPLOY_REFUSED);
    assertThat(kept.planHash()).isEqualTo(comment.plan().hash());
    assertThat(kept.count()).isEqualTo(300);
    assertThat(kept.showsLast(comment.plan().statements().subList(10, 300))).isTrue();
  }

  @Test
  void anEditedOneStaysEdited() {
    var edited = posted(BODY.replace("DROP COLUMN legacy", "DROP COLUMN unused"));
    var kept = posted(CommentText.keeping(edited, COMMENT));
    assertThat(kept.isIntact()).isFalse();
    assertThat(kept.shows(STATEMENTS)).isFalse();
    assertThat(kept.sql()).isEqualTo(edited.sql());
  }

  @Test
  void namesWhatNobodySaw() {
    var comment = Examples.manyStatements();
    var statements = comment.plan().statements();
    var posted = posted(CommentText.of(comment));
    assertThat(posted.shows(statements)).isTrue();
    assertThat(posted.notShown(300)).isNotEmpty().allMatch(number -> number % 3 != 0);

    var changed = new ArrayList<>(statements);
    var unseen = posted.notShown(300).get(0) - 1;
    changed.set(unseen, new Statement(statements.get(unseen).file(), "DROP TABLE x"));
    assertThat(posted.shows(changed)).isFalse();
  }

  @Test
  void statementsThatDestroyDataAreShownFirst() {
    var comment = Examples.manyStatements();
    var unseen = posted(CommentText.of(comment, 30_000)).notShown(300);
    assertThat(unseen).hasSizeGreaterThan(150).allMatch(number -> number % 30 != 0);
  }

  @Test
  void aMarkWithinABlockIsTextOfOthers() {
    var draft = new Examples.Draft();
    draft.drift = List.of("x", "<!-- tidegate:sql -->", "", "```sql", "SELECT 1;", "```");
    assertThat(posted(CommentText.of(draft.comment())).sql()).isEmpty();
    draft.statements = STATEMENTS;
    assertThat(posted(CommentText.of(draft.comment())).shows(STATEMENTS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "> <!-- tidegate v=1 key=production -->",
        "\n<!-- tidegate v=1 key=production -->",
        "<!-- tidegate v=2 key=production -->",
        "<!-- tidegate v=1 key=%zz -->",
        "<!-- tidegate v=1 key=a key=b -->",
        "<!-- tidegate v=1 key=a shown=1-x -->",
        "<!-- tidegate v=1 key=a shown=1-99999999 -->",
        "<!-- tidegate v=1 key --> x"
      })
  void passesOverWhatIsNoneOfOurs(String body) {
    assertThat(PostedComment.parse(body)).isEmpty();
  }

  @Test
  void endlessNumbersEnd() {
    var posted = posted("<!-- tidegate v=1 key=a shown=1-9999999.1-9999999.1-9999999 -->\n### hi");
    assertThat(posted.notShown(3)).isEmpty();
    assertThat(posted.shows(STATEMENTS)).isFalse();
  }

  @Test
  void aFirstLineOfAnyLengthIsRead() {
    var pairs = new StringBuilder("<!-- tidegate v=1");
    for (int i = 0; i < 12_000; i++) {
      pairs.append(" a=b");
    }
    assertThat(PostedComment.parse(pairs + " -->")).isEmpty();
  }
}
