package dev.tidegate.action.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.github.ApiDescription.Call;
import dev.tidegate.action.github.ApiDescription.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What departs from the description is seen; without this the fake could agree to anything. */
class FakeGitHubTest {
  private static final String COMMENTS = "/repos/o/r/issues/7/comments";
  private static final String COMMENT = FakeRepository.template("comment").toString();

  private final ApiDescription description = new ApiDescription();

  private List<String> get(String path, Map<String, String> query, int status, String body) {
    return description.departures(new Call("GET", path, query, ""), new Reply(status, body));
  }

  private List<String> post(String body, String answer) {
    return description.departures(
        new Call("POST", COMMENTS, Map.of(), body), new Reply(201, answer));
  }

  @Test
  void whatIsDescribedDepartsInNothing() {
    assertThat(get(COMMENTS, Map.of("per_page", "100", "page", "2"), 200, "[" + COMMENT + "]"))
        .isEmpty();
    assertThat(post("{\"body\":\"x\"}", COMMENT)).isEmpty();
  }

  @Test
  void seesAnOperationThatThereIsNot() {
    assertThat(get("/repos/o/r/comment", Map.of(), 200, "[]")).hasSize(1);
    assertThat(get("/repos/o/r/issues/seven/comments", Map.of(), 200, "[]")).hasSize(1);
    assertThat(
            description.departures(new Call("DELETE", COMMENTS, Map.of(), ""), new Reply(204, "")))
        .hasSize(1);
  }

  @Test
  void seesParametersThatAreNotKnownOrOfAnotherType() {
    assertThat(get(COMMENTS, Map.of("perpage", "100"), 200, "[]")).hasSize(1);
    assertThat(get(COMMENTS, Map.of("page", "two"), 200, "[]")).hasSize(1);
    assertThat(get("/repos/o/r/issues", Map.of("state", "shut"), 200, "[]")).hasSize(1);
  }

  @Test
  void seesBodiesThatAreNotAsDescribed() {
    assertThat(post("{\"body\":1}", COMMENT)).hasSize(1);
    assertThat(post("{}", COMMENT)).hasSize(1);
    assertThat(post("{\"body\":\"x\",\"text\":\"y\"}", COMMENT)).hasSize(1);
    assertThat(
            description.departures(new Call("GET", COMMENTS, Map.of(), "{}"), new Reply(200, "[]")))
        .hasSize(1);
  }

  @Test
  void seesAnswersThatAreNotAsDescribed() {
    assertThat(post("{\"body\":\"x\"}", "{\"id\":1}")).isNotEmpty();
    assertThat(get(COMMENTS, Map.of(), 200, "{}")).isNotEmpty();
    assertThat(get(COMMENTS, Map.of(), 418, "")).hasSize(1);
    assertThat(get(COMMENTS, Map.of(), 500, "{\"message\":1}")).hasSize(1);
  }
}
