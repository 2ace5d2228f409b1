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
 */
record Request(String method, URI address, Optional<String> body, String operation) {

  static Request get(URI address, String operation) {
    return new Request("GET", address, Optional.empty(), operation);
  }

  static Request sending(String method, URI address, JsonObject body, String operation) {
    return new Request(method, address, Optional.of(body.toString()), operation);
  }

  Request to(URI other) {
    return new Request(method, other, body, operation);
  }
}
