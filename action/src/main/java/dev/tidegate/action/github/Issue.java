package dev.tidegate.action.github;

import dev.tidegate.action.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An issue.
 *
 * @param number its number in the repository
 * @param url its page
 * @param author who opened it
 * @param title its title
 * @param body its Markdown
 * @param open whether it is not closed
 * @param reason why it was closed: {@code completed}, {@code not_planned}, {@code duplicate}
 * @param labels names of its labels
 */
public record Issue(
    long number,
    String url,
    Account author,
    String title,
    String body,
    boolean open,
    Optional<String> reason,
    List<String> labels) {
  public Issue {
    labels = List.copyOf(labels);
  }

  /** Why an issue is closed. */
  public enum Reason {
    COMPLETED,
    NOT_PLANNED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether somebody closed it for that reason. */
  public boolean isClosedAs(Reason why) {
    return !open && reason.equals(Optional.of(why.word()));
  }

  static Issue read(Json json) {
    return new Issue(
        json.number("number"),
        json.text("html_url"),
        Account.in(json, "user"),
        json.text("title"),
        json.optionalText("body").orElse(""),
        json.text("state").equals("open"),
        json.optionalText("state_reason"),
        json.objects("labels").stream().map(label -> label.text("name")).toList());
  }
}
