package dev.tidegate.backup;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A {@link Backup} as the JSON that lies beside its file, and as reports hold it. */
public final class BackupJson {
  /** Raised when an older version would misread what is written. */
  static final int FORMAT = 1;

  private BackupJson() {}

  static String write(Backup backup) {
    var json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("database", backup.database());
    backup.schema().ifPresent(schema -> json.addProperty("schema", schema));
    json.addProperty("on", backup.on().toString());
    json.addProperty("method", backup.method());
    json.addProperty("server", backup.server());
    json.addProperty("bytes", backup.bytes());
    json.addProperty("sha256", backup.sha256());
    json.addProperty("everything", backup.everything());
    var tables = new JsonArray();
    for (var held : backup.tables()) {
      var table = new JsonObject();
      table.addProperty("table", held.table());
      table.add("columns", texts(held.columns()));
      table.addProperty("rows", held.rows());
      tables.add(table);
    }
    json.add("tables", tables);
    json.addProperty("restore", backup.restore());
    json.addProperty("file", backup.file());
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
  }

  /** Throws what Gson throws where it is no such JSON. */
  static Backup read(String text) {
    return read(JsonParser.parseString(text).getAsJsonObject());
  }

  /**
   * The backup that such an object describes, beside a backup's file or inside of a report.
   *
   * @throws IllegalStateException where a member is missing
   * @throws java.time.format.DateTimeParseException where its time is none
   */
  public static Backup read(JsonObject json) {
    var tables =
        StreamSupport.stream(member(json, "tables").getAsJsonArray().spliterator(), false)
            .map(JsonElement::getAsJsonObject)
            .map(
                it ->
                    new Backup.Held(
                        member(it, "table").getAsString(),
                        texts(member(it, "columns")),
                        member(it, "rows").getAsLong()))
            .toList();
    return new Backup(
        member(json, "file").getAsString(),
        member(json, "database").getAsString(),
        Optional.ofNullable(json.get("schema")).map(JsonElement::getAsString),
        Instant.parse(member(json, "on").getAsString()),
        member(json, "method").getAsString(),
        member(json, "server").getAsString(),
        member(json, "bytes").getAsLong(),
        member(json, "sha256").getAsString(),
        member(json, "everything").getAsBoolean(),
        tables,
        member(json, "restore").getAsString());
  }

  /** The same backup where it lies now; its command names the file that was. */
  static Backup lyingAt(Backup it, Path file) {
    return new Backup(
        file.toString(),
        it.database(),
        it.schema(),
        it.on(),
        it.method(),
        it.server(),
        it.bytes(),
        it.sha256(),
        it.everything(),
        it.tables(),
        it.restore().replace(it.file(), file.toString()));
  }

  static JsonElement member(JsonObject json, String name) {
    var found = json.get(name);
    if (found == null) {
      throw new IllegalStateException("it has no " + name);
    }
    return found;
  }

  static JsonArray texts(List<String> texts) {
    var array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  static List<String> texts(JsonElement array) {
    return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
        .map(JsonElement::getAsString)
        .toList();
  }
}
