package dev.tidegate.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.tidegate.problem.Problem;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reports as JSON, which is what other programs read: documented in {@code docs/reports} and
 * versioned by {@code format}.
 *
 * <p>A record becomes an object with its components in their order; what is empty is left out;
 * enums are written as users write them ({@code drop-column}); instants and paths as text.
 */
public final class JsonFormat {
  /** Raised when a reader of the old form would misread the new one; new members do not count. */
  public static final int VERSION = 1;

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private JsonFormat() {}

  /** The report of a goal that ran to its end, with a line end. */
  public static String of(Report report) {
    return of(report, Map.of());
  }

  /** The same with where the run looked, by member. */
  public static String of(Report report, Map<String, String> places) {
    var json = head(report.goal(), report.problem());
    places.forEach(json::addProperty);
    object(report).asMap().forEach((name, value) -> json.asMap().putIfAbsent(name, value));
    return GSON.toJson(json) + "\n";
  }

  /** What is left to say of a goal that stopped before it had a report, with a line end. */
  public static String of(String goal, Problem problem) {
    return of(goal, problem, Map.of());
  }

  /** The same with where the run looked, by member. */
  public static String of(String goal, Problem problem, Map<String, String> places) {
    var json = head(goal, Optional.of(problem));
    places.forEach(json::addProperty);
    return GSON.toJson(json) + "\n";
  }

  private static JsonObject head(String goal, Optional<Problem> problem) {
    var json = new JsonObject();
    json.addProperty("format", VERSION);
    json.addProperty("goal", goal);
    json.addProperty("outcome", problem.isEmpty() ? "success" : "failure");
    problem.ifPresent(why -> json.add("problem", problem(why)));
    return json;
  }

  private static JsonObject problem(Problem problem) {
    var json = new JsonObject();
    json.addProperty("code", problem.code().id());
    json.addProperty("name", problem.code().word());
    json.addProperty("summary", problem.summary());
    json.add("detail", element(problem.detail()));
    problem.state().ifPresent(state -> json.addProperty("state", state));
    problem.hint().ifPresent(hint -> json.addProperty("hint", hint));
    json.addProperty("page", problem.code().page());
    return json;
  }

  private static JsonElement element(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(JsonFormat::element).orElse(JsonNull.INSTANCE);
    }
    if (value instanceof Problem problem) {
      return problem(problem);
    }
    if (value instanceof Record) {
      return object(value);
    }
    if (value instanceof Collection<?> items) {
      var array = new JsonArray();
      items.forEach(item -> array.add(element(item)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      var json = new JsonObject();
      map.forEach((name, member) -> json.add(String.valueOf(name), element(member)));
      return json;
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    if (value instanceof Boolean yes) {
      return new JsonPrimitive(yes);
    }
    if (value instanceof Enum<?> constant) {
      return new JsonPrimitive(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    return new JsonPrimitive(value.toString());
  }

  private static JsonObject object(Object bean) {
    var json = new JsonObject();
    for (var component : bean.getClass().getRecordComponents()) {
      var value = element(read(component, bean));
      if (!value.isJsonNull()) {
        json.add(component.getName(), value);
      }
    }
    return json;
  }

  private static Object read(RecordComponent component, Object bean) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(bean);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("component " + component + " cannot be read", e);
    }
  }
}
