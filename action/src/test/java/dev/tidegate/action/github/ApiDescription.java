package dev.tidegate.action.github;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** GitHub's published description of its API; says in what an exchange departs from it. */
final class ApiDescription {
  private static final String IRI = "https://openapi.test/openapi.json";

  private final JsonObject description;
  private final SchemaRegistry schemas;

  ApiDescription() {
    var text = resource("/github/openapi.json");
    description = JsonParser.parseString(text).getAsJsonObject();
    schemas =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi30(), registry -> registry.schemas(Map.of(IRI, text)));
  }

  static String resource(String name) {
    try (var stream = requireNonNull(ApiDescription.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  record Call(String method, String path, Map<String, String> query, String body) {}

  /** What came back; the bytes of a file are of no described form. */
  record Reply(int status, String body, boolean raw) {
    Reply(int status, String body) {
      this(status, body, false);
    }
  }

  /** Every departure, empty when there is none. */
  List<String> departures(Call call, Reply reply) {
    var template = template(call);
    if (template.isEmpty()) {
      return List.of("no operation " + call.method() + " " + call.path());
    }
    var pointer = List.of("paths", template.get(), method(call));
    var departures = new ArrayList<String>();
    query(pointer, call, departures);
    sent(pointer, call, departures);
    answered(pointer, reply, departures);
    return departures.stream().map(d -> call.method() + " " + call.path() + ": " + d).toList();
  }

  private static String method(Call call) {
    return call.method().toLowerCase(Locale.ROOT);
  }

  private Optional<String> template(Call call) {
    return description.getAsJsonObject("paths").entrySet().stream()
        .filter(entry -> entry.getValue().getAsJsonObject().has(method(call)))
        .map(Map.Entry::getKey)
        .filter(key -> matcher(key).matcher(call.path()).matches())
        .findFirst();
  }

  /** Parameters that are numbers in the description take digits only. */
  private static Pattern matcher(String template) {
    return Pattern.compile(
        template
            .replaceAll("\\{[a-z_]*(number|_id)\\}", "[0-9]+")
            .replace("{path}", ".+")
            .replaceAll("\\{[a-z_]+\\}", "[^/]+"));
  }

  private void query(List<String> pointer, Call call, List<String> departures) {
    var known = parameters(pointer);
    call.query()
        .forEach(
            (name, value) -> {
              if (!known.containsKey(name)) {
                departures.add("unknown query parameter " + name);
              } else {
                var number = value.matches("\\d+") && isNumber(known.get(name));
                var json = number ? value : new JsonPrimitive(value).toString();
                validate(known.get(name), json, "parameter " + name, departures);
              }
            });
  }

  private boolean isNumber(List<String> schema) {
    return at(schema).getAsJsonObject().get("type").getAsString().equals("integer");
  }

  private Map<String, List<String>> parameters(List<String> pointer) {
    var parameters = new TreeMap<String, List<String>>();
    var list = at(append(pointer, "parameters")).getAsJsonArray();
    for (int i = 0; i < list.size(); i++) {
      var place = resolve(append(pointer, "parameters", String.valueOf(i)));
      var parameter = at(place).getAsJsonObject();
      if (parameter.get("in").getAsString().equals("query")) {
        parameters.put(parameter.get("name").getAsString(), append(place, "schema"));
      }
    }
    return parameters;
  }

  private void sent(List<String> pointer, Call call, List<String> departures) {
    var operation = at(pointer).getAsJsonObject();
    if (!operation.has("requestBody")) {
      if (!call.body().isEmpty()) {
        departures.add("takes no body");
      }
      return;
    }
    var schema = resolve(append(pointer, "requestBody", "content", "application/json", "schema"));
    validate(schema, call.body(), "request", departures);
    var known = at(schema).getAsJsonObject().getAsJsonObject("properties").keySet();
    JsonParser.parseString(call.body()).getAsJsonObject().keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> departures.add("request has an unknown member " + name));
  }

  private void answered(List<String> pointer, Reply reply, List<String> departures) {
    var responses = append(pointer, "responses", String.valueOf(reply.status()));
    if (!exists(responses)) {
      // what may meet any call is not described for every operation
      if (!Set.of(403, 404, 429).contains(reply.status()) && reply.status() < 500) {
        departures.add("status " + reply.status() + " is not described");
      }
      if (reply.body().startsWith("{")) {
        validate(
            List.of("components", "schemas", "basic-error"), reply.body(), "answer", departures);
      }
      return;
    }
    if (reply.raw()) {
      return;
    }
    var response = resolve(responses);
    if (exists(append(response, "content"))) {
      var content = append(response, "content");
      var type = at(content).getAsJsonObject().keySet().iterator().next();
      validate(append(content, type, "schema"), reply.body(), "answer", departures);
    } else if (!reply.body().isEmpty()) {
      departures.add("status " + reply.status() + " has no body");
    }
  }

  private void validate(List<String> schema, String json, String what, List<String> departures) {
    var fragment = new StringBuilder();
    schema.forEach(step -> fragment.append('/').append(step.replace("~", "~0").replace("/", "~1")));
    schemas
        .getSchema(SchemaLocation.of(IRI + "#" + fragment))
        .validate(json, InputFormat.JSON)
        .forEach(error -> departures.add(what + " " + error));
  }

  private List<String> resolve(List<String> pointer) {
    if (at(pointer) instanceof JsonObject object && object.has("$ref")) {
      var reference = object.get("$ref").getAsString();
      return resolve(List.of(reference.substring(2).split("/")));
    }
    return pointer;
  }

  private boolean exists(List<String> pointer) {
    var parent = at(pointer.subList(0, pointer.size() - 1));
    return parent.isJsonObject() && parent.getAsJsonObject().has(pointer.get(pointer.size() - 1));
  }

  private JsonElement at(List<String> pointer) {
    JsonElement place = description;
    for (var step : pointer) {
      place =
          place.isJsonArray()
              ? place.getAsJsonArray().get(Integer.parseInt(step))
              : requireNonNull(place.getAsJsonObject().get(step), pointer.toString());
    }
    return place;
  }

  private static List<String> append(List<String> pointer, String... steps) {
    return Stream.concat(pointer.stream(), Stream.of(steps)).toList();
  }
}
