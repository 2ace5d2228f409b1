package dev.tidegate.action.github;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.Optional;

/**
 * One call.
 *
 * @param method the HTTP method
 * @param address where it goes
 * @param body JSON to send
 * @param operation what is asked, for messages: {@code list the comments of pull request 7}
 * @param accept form of the answer
 */
record Request(String method, URI address, Optional<String> body, String operation, String accept) {
  private static final String JSON = "application/vnd.github+json";
  private static final String RAW = "application/vnd.github.raw+json";

  static Request get(URI address, String operation) {
    return new Request("GET", address, Optional.empty(), operation, JSON);
  }

  static Request sending(String method, URI address, JsonObject body, String operation) {
    return new Request(method, address, Optional.of(body.toString()), operation, JSON);
  }

  Request to(URI other) {
    return new Request(method, other, body, operation, accept);
  }

  /** The bytes of a file instead of what is to be said of it. */
  Request acceptingRaw() {
    return new Request(method, address, body, operation, RAW);
  }
}
