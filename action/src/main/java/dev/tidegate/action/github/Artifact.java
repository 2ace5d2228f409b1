package dev.tidegate.action.github;

import dev.tidegate.action.json.Json;

/**
 * What a workflow run left behind: a zip file.
 *
 * @param id its number in the API
 * @param name its name, which need not be unique in a run
 * @param bytes size of the zip file as GitHub says it
 * @param expired whether its content is gone
 */
public record Artifact(long id, String name, long bytes, boolean expired) {

  static Artifact read(Json json) {
    return new Artifact(
        json.number("id"), json.text("name"), json.number("size_in_bytes"), json.flag("expired"));
  }
}
