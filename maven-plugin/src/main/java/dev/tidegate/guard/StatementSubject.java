package dev.tidegate.guard;

import dev.tidegate.dialect.Tokenizer;
import dev.tidegate.jdbc.Product;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells from the words of a statement what it is about, as far as that matters for its locks. */
public final class StatementSubject {
  private StatementSubject() {}

  /**
   * The index of CREATE INDEX and DROP INDEX, the foreign key that ALTER TABLE adds, else the table
   * or whatever the statement names first.
   *
   * @param schema where unqualified names stand
   */
  public static ObjectId of(Product product, String schema, String sql) {
    var words = SqlWords.of(product, sql);
    var index = words.place("INDEX", 3);
    if (index > 0) {
      var name = words.skip(index + 1, "CONCURRENTLY", "IF", "NOT", "EXISTS");
      var table = words.place("ON", words.size());
      var id = path(schema, words.name(name));
      return new ObjectId(
          ObjectKind.INDEX,
          id.size() > 1 || table < 0
              ? id
              : path(schema, words.name(words.skip(table + 1, "ONLY"))));
    }
    var start = words.skip(2, "IF", "EXISTS", "ONLY");
    var table = path(schema, words.name(start));
    if (words.keyword(0).equals("ALTER") && words.place("FOREIGN", words.size()) > 0) {
      return new ObjectId(ObjectKind.TABLE, table).member(ObjectKind.FOREIGN_KEY, "foreign key");
    }
    return new ObjectId(ObjectKind.TABLE, table);
  }

  /** The statement in one line with its words in upper case, as those who recognise it read it. */
  public static String recognisable(Product product, String sql) {
    return Tokenizer.tokens(product, sql).stream()
        .map(token -> token.keyword().isEmpty() ? token.text() : token.keyword())
        .collect(Collectors.joining(" "));
  }

  private static List<String> path(String schema, List<String> name) {
    var path = new ArrayList<String>();
    if (name.size() < 2) {
      path.add(schema);
    }
    path.addAll(name.isEmpty() ? List.of("statement") : name);
    return path;
  }
}
