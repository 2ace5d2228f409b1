package dev.tidegate.action.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes JSON from maps, lists, texts, numbers and truth values; what is empty is left out. */
public final class JsonText {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private JsonText() {}

  /** The text, with a line end. */
  public static String of(Map<String, ?> object) {
    return GSON.toJson(element(object)) + "\n";
  }

  private static JsonElement element(Object value) {
    if (value instanceof Map<?, ?> map) {
      var json = new JsonObject();
      map.forEach(
          (name, member) -> {
            if (!Optional.empty().equals(member)) {
              json.add(String.valueOf(name), element(member));
            }
          });
      return json;
    }
    if (value instanceof List<?> list) {
      var json = new JsonArray();
      list.forEach(item -> json.add(element(item)));
      return json;
    }
    if (value instanceof Optional<?> optional) {
      return element(optional.orElseThrow());
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    if (value instanceof Boolean yes) {
      return new JsonPrimitive(yes);
    }
    return new JsonPrimitive(value.toString());
  }
}
