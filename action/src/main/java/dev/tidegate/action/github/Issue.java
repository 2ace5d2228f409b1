package dev.tidegate.action.github;

import dev.tidegate.action.json.Json;

/**
 * An issue.
 *
 * @param number its number in the repository
 * @param url its page
 * @param author who opened it
 * @param title its title
 * @param body its Markdown
 * @param open whether it is not closed
 */
public record Issue(
    long number, String url, Account author, String title, String body, boolean open) {

  static Issue read(Json json) {
    return new Issue(
        json.number("number"),
        json.text("html_url"),
        Account.in(json, "user"),
        json.text("title"),
        json.optionalText("body").orElse(""),
        json.text("state").equals("open"));
  }
}
