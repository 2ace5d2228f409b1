package dev.tidegate.action.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * A JSON object, read member by member. A member that is missing and one that is {@code null} are
 * the same. Every method throws {@link UnexpectedJson} where a member is of another type.
 */
public final class Json {
  private final JsonObject object;
  private final String place;

  private Json(JsonObject object, String place) {
    this.object = object;
    this.place = place;
  }

  /** The object that {@code text} holds. */
  public static Json parseObject(String text) {
    return asObject(parse(text), "");
  }

  /** The objects of the array that {@code text} holds. */
  public static List<Json> parseArray(String text) {
    if (parse(text) instanceof JsonArray array) {
      return objectsOf(array, "");
    }
    throw new UnexpectedJson("the answer is not a JSON array");
  }

  private static JsonElement parse(String text) {
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException e) {
      throw new UnexpectedJson("the text is not JSON");
    }
  }

  /** A member that has to be a text. */
  public String text(String name) {
    return optionalText(name).orElseThrow(() -> unexpected(name, "a text"));
  }

  /** A member that may be a text. */
  public Optional<String> optionalText(String name) {
    return primitive(name, JsonPrimitive::isString, "a text").map(JsonPrimitive::getAsString);
  }

  /** A member that has to be a whole number. */
  public long number(String name) {
    return optionalNumber(name).orElseThrow(() -> unexpected(name, "a whole number"));
  }

  /** A member that may be a whole number. */
  public OptionalLong optionalNumber(String name) {
    var primitive = primitive(name, JsonPrimitive::isNumber, "a whole number");
    if (primitive.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(primitive.get().getAsBigDecimal().longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      throw unexpected(name, "a whole number");
    }
  }

  /** A member that may be true or false; false when it is missing. */
  public boolean flag(String name) {
    return primitive(name, JsonPrimitive::isBoolean, "true or false")
        .map(JsonPrimitive::getAsBoolean)
        .orElse(false);
  }

  /** A member that has to be an object. */
  public Json object(String name) {
    return optionalObject(name).orElseThrow(() -> unexpected(name, "an object"));
  }

  /** A member that may be an object. */
  public Optional<Json> optionalObject(String name) {
    return member(name).map(value -> asObject(value, placeOf(name)));
  }

  /** A member that may be an array of objects; empty when it is missing. */
  public List<Json> objects(String name) {
    var value = member(name);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get() instanceof JsonArray array) {
      return objectsOf(array, placeOf(name));
    }
    throw unexpected(name, "an array");
  }

  /** A member that may be an array of texts; empty when it is missing. */
  public List<String> texts(String name) {
    var value = member(name);
    if (value.isEmpty()) {
      return List.of();
    }
    var texts = new ArrayList<String>();
    if (value.get() instanceof JsonArray array) {
      for (var element : array) {
        if (!(element instanceof JsonPrimitive primitive) || !primitive.isString()) {
          throw unexpected(name, "an array of texts");
        }
        texts.add(primitive.getAsString());
      }
      return List.copyOf(texts);
    }
    throw unexpected(name, "an array");
  }

  private static List<Json> objectsOf(JsonArray array, String place) {
    var objects = new ArrayList<Json>();
    for (var element : array) {
      objects.add(asObject(element, place + "[" + objects.size() + "]"));
    }
    return List.copyOf(objects);
  }

  private static Json asObject(JsonElement element, String place) {
    if (element instanceof JsonObject object) {
      return new Json(object, place);
    }
    throw new UnexpectedJson((place.isEmpty() ? "the text" : place) + " is not a JSON object");
  }

  private Optional<JsonElement> member(String name) {
    return Optional.ofNullable(object.get(name)).filter(value -> !value.isJsonNull());
  }

  private Optional<JsonPrimitive> primitive(
      String name, Predicate<JsonPrimitive> type, String expected) {
    var value = member(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof JsonPrimitive primitive && type.test(primitive)) {
      return Optional.of(primitive);
    }
    throw unexpected(name, expected);
  }

  private UnexpectedJson unexpected(String name, String expected) {
    return new UnexpectedJson(placeOf(name) + " is not " + expected);
  }

  private String placeOf(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }
}
