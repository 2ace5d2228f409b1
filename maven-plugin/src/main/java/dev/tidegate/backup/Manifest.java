package dev.tidegate.backup;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tidegate.backup.Declaration.Ddl;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * What an archive says of itself, its {@code manifest.json}.
 *
 * @param database which one it is of, as URLs are shown
 * @param server version that the rows were read from
 * @param major of that version
 * @param on when its snapshot was taken
 * @param statements what makes the tables anew; {@code schema.sql} is the same to be read by people
 */
record Manifest(
    String database,
    String server,
    int major,
    Instant on,
    boolean everything,
    List<Entry> tables,
    List<Counter> sequences,
    List<Ddl> statements) {
  static final String NAME = "manifest.json";
  private static final String FORMAT = "tidegate-backup";

  Manifest {
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    statements = List.copyOf(statements);
  }

  /**
   * A table in the archive.
   *
   * @param file within the archive; empty text where the table has no rows of its own
   * @param binary whether the rows are in PostgreSQL's binary form; else in its text form
   * @param sha256 of the rows as they are before compression
   */
  record Entry(HeldTable table, String file, boolean binary, long rows, String sha256) {
    boolean hasFile() {
      return !file.isEmpty();
    }
  }

  /** Where a sequence stood. */
  record Counter(String schema, String name, long last, boolean called) {
    String sql() {
      return Names.path(schema, name);
    }
  }

  String json() {
    var json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("version", BackupJson.FORMAT);
    json.addProperty("database", database);
    json.addProperty("server", server);
    json.addProperty("major", major);
    json.addProperty("on", on.toString());
    json.addProperty("everything", everything);
    json.add("tables", array(tables, Manifest::json));
    json.add("sequences", array(sequences, Manifest::json));
    json.add("statements", array(statements, Manifest::json));
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
  }

  /** Throws {@link RuntimeException} of several kinds where it is none, or of a later version. */
  static Manifest parse(String text) {
    var json = JsonParser.parseString(text).getAsJsonObject();
    if (!BackupJson.member(json, "format").getAsString().equals(FORMAT)
        || BackupJson.member(json, "version").getAsInt() > BackupJson.FORMAT) {
      throw new IllegalStateException("it was written by a later version of Tidegate");
    }
    return new Manifest(
        BackupJson.member(json, "database").getAsString(),
        BackupJson.member(json, "server").getAsString(),
        BackupJson.member(json, "major").getAsInt(),
        Instant.parse(BackupJson.member(json, "on").getAsString()),
        BackupJson.member(json, "everything").getAsBoolean(),
        list(BackupJson.member(json, "tables"), Manifest::entry),
        list(BackupJson.member(json, "sequences"), Manifest::counter),
        list(BackupJson.member(json, "statements"), Manifest::ddl));
  }

  private static JsonObject json(Entry entry) {
    var table = entry.table();
    var json = new JsonObject();
    json.addProperty("schema", table.schema());
    json.addProperty("name", table.name());
    json.addProperty("partitioned", table.partitioned());
    json.addProperty("whole", table.whole());
    json.add("key", BackupJson.texts(table.key()));
    json.add("columns", array(table.columns(), Manifest::json));
    json.addProperty("file", entry.file());
    json.addProperty("binary", entry.binary());
    json.addProperty("rows", entry.rows());
    json.addProperty("sha256", entry.sha256());
    return json;
  }

  private static JsonObject json(HeldTable.HeldColumn column) {
    var json = new JsonObject();
    json.addProperty("name", column.name());
    json.addProperty("type", column.type());
    json.addProperty("binary", column.binary());
    return json;
  }

  private static JsonObject json(Counter counter) {
    var json = new JsonObject();
    json.addProperty("schema", counter.schema());
    json.addProperty("name", counter.name());
    json.addProperty("last", counter.last());
    json.addProperty("called", counter.called());
    return json;
  }

  private static JsonObject json(Ddl ddl) {
    var json = new JsonObject();
    json.addProperty("kind", ddl.object().kind().name());
    json.add("object", BackupJson.texts(ddl.object().path()));
    ddl.table().ifPresent(table -> json.add("table", BackupJson.texts(table.path())));
    json.addProperty("late", ddl.late());
    json.addProperty("sql", ddl.sql());
    return json;
  }

  private static Entry entry(JsonObject json) {
    var columns =
        list(
            BackupJson.member(json, "columns"),
            it ->
                new HeldTable.HeldColumn(
                    BackupJson.member(it, "name").getAsString(),
                    BackupJson.member(it, "type").getAsString(),
                    BackupJson.member(it, "binary").getAsBoolean()));
    return new Entry(
        new HeldTable(
            0,
            BackupJson.member(json, "schema").getAsString(),
            BackupJson.member(json, "name").getAsString(),
            BackupJson.member(json, "partitioned").getAsBoolean(),
            BackupJson.member(json, "whole").getAsBoolean(),
            columns,
            BackupJson.texts(BackupJson.member(json, "key"))),
        BackupJson.member(json, "file").getAsString(),
        BackupJson.member(json, "binary").getAsBoolean(),
        BackupJson.member(json, "rows").getAsLong(),
        BackupJson.member(json, "sha256").getAsString());
  }

  private static Counter counter(JsonObject json) {
    return new Counter(
        BackupJson.member(json, "schema").getAsString(),
        BackupJson.member(json, "name").getAsString(),
        BackupJson.member(json, "last").getAsLong(),
        BackupJson.member(json, "called").getAsBoolean());
  }

  private static Ddl ddl(JsonObject json) {
    var kind = ObjectKind.valueOf(BackupJson.member(json, "kind").getAsString());
    return new Ddl(
        new ObjectId(kind, BackupJson.texts(BackupJson.member(json, "object"))),
        Optional.ofNullable(json.get("table"))
            .map(path -> new ObjectId(ObjectKind.TABLE, BackupJson.texts(path))),
        BackupJson.member(json, "late").getAsBoolean(),
        BackupJson.member(json, "sql").getAsString());
  }

  private static <T> JsonArray array(List<T> items, Function<T, JsonElement> json) {
    var array = new JsonArray();
    items.forEach(item -> array.add(json.apply(item)));
    return array;
  }

  private static <T> List<T> list(JsonElement array, Function<JsonObject, T> read) {
    return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(read)
        .toList();
  }
}
