package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** https://www.postgresql.org/docs/current/sql-createtsdictionary.html */
final class TextSearchDictionaryRenderer implements DefinitionRenderer {
  /** The attribute that names the template; all others are the template's options. */
  static final String TEMPLATE = "template";

  private static final String OPTION = "option ";
  private static final Pattern SETTING =
      Pattern.compile("(\"(?:[^\"]|\"\")+\"|[^\\s=,]+) = (E?'(?:[^']|'')*'|[^,]+)");

  /** The options as the catalogue keeps them: {@code language = 'english', stopwords = 'x'}. */
  static OptionSet options(String text) {
    var options = new OptionSet();
    var settings = SETTING.matcher(text);
    while (settings.find()) {
      options.value(OPTION + settings.group(1), Optional.of(settings.group(2)));
    }
    return options;
  }

  @Override
  public List<String> create(Definition dictionary, List<SchemaObject> parts) {
    var options = new ArrayList<String>();
    options.add("TEMPLATE = " + dictionary.require(TEMPLATE));
    dictionary
        .attributes()
        .forEach(
            (name, value) -> {
              if (name.startsWith(OPTION)) {
                options.add(name.substring(OPTION.length()) + " = " + value);
              }
            });
    return List.of(sql("CREATE TEXT SEARCH DICTIONARY").name(dictionary.id()).block(options).sql());
  }

  @Override
  public List<String> drop(Definition dictionary) {
    return List.of(sql("DROP TEXT SEARCH DICTIONARY").name(dictionary.id()).sql());
  }

  @Override
  public boolean altersInPlace(Pair<Definition> dictionary) {
    return dictionary.from().require(TEMPLATE).equals(dictionary.to().require(TEMPLATE));
  }

  /** An option without a value is taken away. */
  @Override
  public List<String> alter(Pair<Definition> dictionary) {
    var names = new TreeSet<>(dictionary.from().attributes().keySet());
    names.addAll(dictionary.to().attributes().keySet());
    var changes = new ArrayList<String>();
    for (var name : names) {
      var values = dictionary.map(side -> side.attribute(name));
      if (!values.from().equals(values.to())) {
        changes.add(
            name.substring(OPTION.length()) + values.to().map(value -> " = " + value).orElse(""));
      }
    }
    return List.of(
        sql("ALTER TEXT SEARCH DICTIONARY")
            .name(dictionary.to().id())
            .words("(" + String.join(", ", changes) + ")")
            .sql());
  }
}
