package dev.tidegate.action.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {

  @Test
  void codeHasMoreBackticksThanItsText() {
    assertThat(Markdown.code("a")).isEqualTo("`a`");
    assertThat(Markdown.code("a``b")).isEqualTo("```a``b```");
    assertThat(Markdown.code("`")).isEqualTo("`` ` ``");
    assertThat(Markdown.code(" \n")).isEmpty();
  }

  @Test
  void proseKeepsPlainWordsOnly() {
    assertThat(Markdown.prose("3 NULLs in public.users.bio, see @dba (or #12)."))
        .isEqualTo("3 NULLs in `public.users.bio,` see `@dba` (or `#12).`");
    assertThat(Markdown.prose("Read at 10:02 on 2026-11-20: 1,204 rows – 50% more"))
        .isEqualTo("Read at 10:02 on 2026-11-20: 1,204 rows – 50% more");
    assertThat(Markdown.prose("- [x](https://evil.example) *b*"))
        .isEqualTo("`- [x](https://evil.example) *b*`");
    assertThat(Markdown.prose("1. item")).isEqualTo("`1.` item");
    assertThat(Markdown.prose("")).isEmpty();
  }

  @Test
  void aPipeDoesNotEndACell() {
    assertThat(Markdown.row(List.of(Markdown.code("a|b"), Markdown.code("c\\|d"))))
        .isEqualTo("| `a\\|b` | `c\\⟨U+007C⟩d` |");
  }

  @Test
  void aFenceIsLongerThanAnyInside() {
    assertThat(Markdown.fenced("sql", "a ```` b")).isEqualTo("`````sql\na ```` b\n`````");
  }

  @Test
  void whatNobodySeesIsShown() {
    assertThat(Visible.lines("a\u202eb\u200bc\u0000d\ufeff\u00a0\tx\r\ny"))
        .isEqualTo("a⟨U+202E⟩b⟨U+200B⟩c⟨U+0000⟩d⟨U+FEFF⟩⟨U+00A0⟩\tx\ny");
    assertThat(Visible.lines("-- x\rDROP TABLE y")).isEqualTo("-- x⟨U+000D⟩\nDROP TABLE y");
    assertThat(Visible.lines("\udb40\udc41 \ud800 é漢😀")).isEqualTo("⟨U+E0041⟩ ⟨U+D800⟩ é漢😀");
    assertThat(Visible.line("a\nb\tc")).isEqualTo("a b c");
  }

  @Test
  void aCutLeavesWholeCharacters() {
    assertThat(Markdown.cut("😀".repeat(10), 10)).isEqualTo("😀😀 … 😀😀😀");
    assertThat(Markdown.cut("short", 10)).isEqualTo("short");
  }

  @Test
  void aLinkLeadsWhereARunIs() {
    assertThat(Markdown.link("run", "https://github.com/a/b/actions/runs/1"))
        .isEqualTo("[run](https://github.com/a/b/actions/runs/1)");
    assertThat(Markdown.link("run", "javascript:alert(1)")).isEqualTo("run `javascript:alert(1)`");
  }

  @Test
  void numbersAreWrittenShort() {
    var numbers = Numbers.parse("1-4.7.9-12");
    assertThat(numbers.text()).isEqualTo("1-4.7.9-12");
    assertThat(numbers.missing(14))
        .containsExactly(
            new Numbers.Range(5, 6), new Numbers.Range(8, 8), new Numbers.Range(13, 14));
    assertThat(Numbers.parse("").text()).isEmpty();
  }
}
