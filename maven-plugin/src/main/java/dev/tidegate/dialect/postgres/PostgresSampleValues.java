package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.SampleInserts;
import dev.tidegate.dialect.SampleValues;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.CompositeType;
import dev.tidegate.schema.Domain;
import dev.tidegate.schema.EnumType;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Literals of PostgreSQL's types; {@code #} stands for the number of the row. */
final class PostgresSampleValues implements SampleValues {
  private static final Map<String, String> LITERALS =
      Map.ofEntries(
          Map.entry("smallint", "#"),
          Map.entry("integer", "#"),
          Map.entry("bigint", "#"),
          Map.entry("real", "#"),
          Map.entry("double precision", "#"),
          Map.entry("numeric", "#"),
          Map.entry("money", "'#'"),
          Map.entry("oid", "#"),
          Map.entry("text", "'#'"),
          Map.entry("character varying", "'#'"),
          Map.entry("character", "'#'"),
          Map.entry("name", "'#'"),
          Map.entry("\"char\"", "'#'"),
          Map.entry("citext", "'#'"),
          Map.entry("boolean", "(# = 1)"),
          Map.entry("date", "'2001-01-0#'"),
          Map.entry("timestamp without time zone", "'2001-01-0# 00:00:00'"),
          Map.entry("timestamp with time zone", "'2001-01-0# 00:00:00+00'"),
          Map.entry("time without time zone", "'0#:00:00'"),
          Map.entry("time with time zone", "'0#:00:00+00'"),
          Map.entry("interval", "'# days'"),
          Map.entry("uuid", "'00000000-0000-0000-0000-00000000000#'"),
          Map.entry("json", "'{\"n\": #}'"),
          Map.entry("jsonb", "'{\"n\": #}'"),
          Map.entry("jsonpath", "'$.n#'"),
          Map.entry("xml", "'<n>#</n>'"),
          Map.entry("bytea", "'\\x0#'"),
          Map.entry("bit varying", "'#'::int::bit(8)"),
          Map.entry("inet", "'10.0.0.#'"),
          Map.entry("cidr", "'10.0.#.0/24'"),
          Map.entry("macaddr", "'08:00:2b:01:02:0#'"),
          Map.entry("macaddr8", "'08:00:2b:01:02:03:04:0#'"),
          Map.entry("point", "'(#,#)'"),
          Map.entry("line", "'{1,-1,#}'"),
          Map.entry("lseg", "'[(0,0),(#,#)]'"),
          Map.entry("box", "'(#,#),(0,0)'"),
          Map.entry("path", "'[(0,0),(#,#)]'"),
          Map.entry("polygon", "'((0,0),(0,#),(#,#))'"),
          Map.entry("circle", "'<(0,0),#>'"),
          Map.entry("tsvector", "'w#'"),
          Map.entry("tsquery", "'w#'"),
          Map.entry("pg_lsn", "'0/#'"),
          Map.entry("regclass", "'pg_class'"),
          Map.entry("regtype", "'integer'"),
          Map.entry("int4range", "'[#,#]'"),
          Map.entry("int8range", "'[#,#]'"),
          Map.entry("numrange", "'[#,#]'"),
          Map.entry("daterange", "'[2001-01-0#,2001-01-0#]'"),
          Map.entry("tsrange", "'[2001-01-0#,2001-01-0#]'"),
          Map.entry("tstzrange", "'[2001-01-0# 00:00+00,2001-01-0# 00:00+00]'"),
          Map.entry("int4multirange", "'{[#,#]}'"),
          Map.entry("int8multirange", "'{[#,#]}'"),
          Map.entry("nummultirange", "'{[#,#]}'"),
          Map.entry("datemultirange", "'{[2001-01-0#,2001-01-0#]}'"),
          Map.entry("tsmultirange", "'{[2001-01-0#,2001-01-0#]}'"),
          Map.entry("tstzmultirange", "'{[2001-01-0# 00:00+00,2001-01-0# 00:00+00]}'"),
          Map.entry("hstore", "'n=>#'"),
          Map.entry("ltree", "'n#'"));

  private static final Pattern MODIFIER = Pattern.compile("\\((\\d+)(?:,(-?\\d+))?\\)");
  private static final Pattern BOUND = Pattern.compile("(?:FROM|IN) \\((.*?)[,)]");

  @Override
  public Optional<String> literal(Schema schema, String type, int row) {
    if (type.endsWith("[]")) {
      return literal(schema, type.substring(0, type.length() - 2), row)
          .map(element -> "ARRAY[" + element + "]::" + type);
    }
    var modifier = MODIFIER.matcher(type);
    var bare = modifier.replaceFirst("").strip();
    modifier.reset();
    if (modifier.find()) {
      var first = Integer.parseInt(modifier.group(1));
      if (bare.equals("numeric") && modifier.group(2) != null) {
        var scale = Integer.parseInt(modifier.group(2));
        return Optional.of(first > scale ? "" + row : row + "e-" + scale);
      }
      if (bare.equals("bit")) {
        return Optional.of("'" + row + "'::int::bit(" + first + ")");
      }
    }
    var known = LITERALS.get(bare.startsWith("interval") ? "interval" : bare);
    if (known != null) {
      return Optional.of(known.replace("#", Integer.toString(row)));
    }
    return declared(schema, type, row);
  }

  /** Types that the schema itself declares. */
  private Optional<String> declared(Schema schema, String type, int row) {
    var found = type(schema, type);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var object = found.get();
    if (object instanceof EnumType it && !it.labels().isEmpty()) {
      return Optional.of(
          PostgresIdentifiers.literal(it.labels().get((row - 1) % it.labels().size())));
    }
    if (object instanceof Domain it) {
      return literal(schema, it.type(), row);
    }
    if (object instanceof CompositeType it) {
      var fields = new ArrayList<String>();
      for (var attribute : it.attributes()) {
        fields.add(literal(schema, attribute.type(), row).orElse("NULL"));
      }
      return Optional.of("ROW(" + String.join(", ", fields) + ")::" + type);
    }
    return object.id().kind() == ObjectKind.RANGE_TYPE
        ? Optional.of("'empty'::" + type)
        : Optional.empty();
  }

  private static Optional<dev.tidegate.schema.SchemaObject> type(Schema schema, String type) {
    for (var kind :
        List.of(
            ObjectKind.ENUM, ObjectKind.DOMAIN, ObjectKind.COMPOSITE_TYPE, ObjectKind.RANGE_TYPE)) {
      var found = schema.find(new ObjectId(kind, path(type)));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The names of a type as the server prints it: quoted where they need it. */
  private static List<String> path(String type) {
    var names = new ArrayList<String>();
    var matcher = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^.\"]+)").matcher(type);
    while (matcher.find()) {
      names.add(
          matcher.group(1) == null ? matcher.group(2) : matcher.group(1).replace("\"\"", "\""));
    }
    return names.isEmpty() ? List.of(type) : names;
  }

  @Override
  public List<String> checks(Schema schema, Column column) {
    if (type(schema, column.type()).orElse(null) instanceof Domain domain) {
      var found = new ArrayList<String>();
      var inserts = new SampleInserts(Schema.empty(), this);
      for (var check : domain.checks()) {
        found.addAll(inserts.named(check.expression(), isText(domain.type()), 1));
      }
      return found;
    }
    return List.of();
  }

  @Override
  public String literalOf(String text) {
    return PostgresIdentifiers.literal(text);
  }

  @Override
  public boolean isText(String type) {
    return type.startsWith("text") || type.startsWith("character") || type.equals("citext");
  }

  /** The lower bounds of partitions, which belong to them; deeper levels add their columns. */
  @Override
  public Optional<List<Map<String, String>>> placed(Schema schema, Table table) {
    if (table.partitionKey().isEmpty()) {
      return Optional.empty();
    }
    var found = new ArrayList<Map<String, String>>();
    place(schema, table, Map.of(), found);
    return Optional.of(found);
  }

  private static void place(
      Schema schema, Table table, Map<String, String> above, List<Map<String, String>> found) {
    var key = table.partitionKey().orElseThrow();
    var column = key.substring(key.indexOf('(') + 1, key.lastIndexOf(')')).split(",")[0].strip();
    for (var child : schema.all(Table.class)) {
      var partition = child.partition().filter(it -> it.parent().equals(table.id()));
      if (partition.isEmpty()) {
        continue;
      }
      var here = new HashMap<>(above);
      var bound = BOUND.matcher(partition.get().bound());
      if (bound.find()) {
        if (bound.group(1).equals("MINVALUE") || bound.group(1).equals("NULL")) {
          continue;
        }
        here.put(path(column).get(0), bound.group(1));
      }
      if (child.partitionKey().isPresent()) {
        place(schema, child, here, found);
      } else {
        found.add(here);
      }
    }
  }

  @Override
  public String overriding() {
    return "OVERRIDING SYSTEM VALUE ";
  }

  @Override
  public String quoted(String name) {
    return PostgresIdentifiers.quote(name);
  }
}
