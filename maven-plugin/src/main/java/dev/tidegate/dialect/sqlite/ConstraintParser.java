package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.Token;
import dev.tidegate.dialect.Token.Kind;
import dev.tidegate.dialect.sqlite.TableDefinition.ConstraintDefinition;
import dev.tidegate.dialect.sqlite.TableDefinition.Reference;
import dev.tidegate.dialect.sqlite.TableDefinition.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads constraints, those of a column and those of a table. Not safe for several threads. */
final class ConstraintParser {
  private final TokenReader reader;
  private final List<ConstraintDefinition> found;
  private Optional<String> name = Optional.empty();

  ConstraintParser(TokenReader reader, List<ConstraintDefinition> found) {
    this.reader = reader;
    this.found = found;
  }

  /** Reads the constraint of a column that comes next, if one does. */
  boolean columnConstraint(String column) {
    if (reader.takeIf("CONSTRAINT")) {
      name = Optional.of(reader.name());
    } else if (reader.takeIf("PRIMARY", "KEY")) {
      var descending = descending();
      var conflict = conflictClause();
      add(primaryKey(List.of(term(column, descending)), true, conflict, autoincrement()));
    } else if (reader.takeIf("UNIQUE")) {
      add(unique(List.of(term(column, false)), true, conflictClause()));
    } else if (reader.takeIf("CHECK")) {
      add(check(true, reader.parenthesised()));
    } else if (reader.takeIf("REFERENCES")) {
      add(foreignKey(List.of(term(column, false)), true, reference()));
    } else if (reader.peek().is("DEFERRABLE")
        || (reader.peek().is("NOT") && reader.peek(1).is("DEFERRABLE"))) {
      deferLast();
    } else {
      return false;
    }
    return true;
  }

  /** Reads the constraints of a table that come next; commas between them may be missing. */
  void tableConstraints() {
    while (!reader.peek().isOperator(",") && !reader.peek().isOperator(")")) {
      if (reader.takeIf("CONSTRAINT")) {
        name = Optional.of(reader.name());
      } else if (reader.takeIf("PRIMARY", "KEY")) {
        keyOfTable();
      } else if (reader.takeIf("UNIQUE")) {
        var terms = reader.list().stream().map(ConstraintParser::term).toList();
        add(unique(terms, false, conflictClause()));
      } else if (reader.takeIf("CHECK")) {
        var expression = reader.parenthesised();
        conflictClause();
        add(check(false, expression));
      } else if (reader.takeIf("FOREIGN", "KEY")) {
        var terms = reader.list().stream().map(ConstraintParser::term).toList();
        reader.expect("REFERENCES");
        add(foreignKey(terms, false, reference()));
      } else {
        throw reader.unexpected();
      }
    }
  }

  /** The name of the constraint that was announced; it is then used up. */
  Optional<String> takeName() {
    var taken = name;
    name = Optional.empty();
    return taken;
  }

  /** The resolution of ON CONFLICT, in upper case; ABORT is what holds without one. */
  Optional<String> conflictClause() {
    if (!reader.takeIf("ON", "CONFLICT")) {
      return Optional.empty();
    }
    return Optional.of(reader.name().toUpperCase(Locale.ROOT))
        .filter(resolution -> !resolution.equals("ABORT"));
  }

  /** Reads one key: an expression with its collation and its order. */
  static Term term(List<Token> tokens) {
    var rest = new ArrayList<>(tokens);
    var descending = false;
    if (endsWith(rest, "DESC") || endsWith(rest, "ASC")) {
      descending = rest.remove(rest.size() - 1).is("DESC");
    }
    Optional<String> collation = Optional.empty();
    if (rest.size() > 2 && rest.get(rest.size() - 2).is("COLLATE")) {
      collation = Optional.of(rest.remove(rest.size() - 1).value());
      rest.remove(rest.size() - 1);
    }
    return new Term(List.copyOf(rest), collation, descending);
  }

  private static boolean endsWith(List<Token> tokens, String keyword) {
    return tokens.size() > 1 && tokens.get(tokens.size() - 1).is(keyword);
  }

  private static Term term(String column, boolean descending) {
    var quoted = '"' + column.replace("\"", "\"\"") + '"';
    return new Term(
        List.of(new Token(Kind.DOUBLE_QUOTED, quoted, 0)), Optional.empty(), descending);
  }

  /** The last key may carry AUTOINCREMENT within the parentheses. */
  private void keyOfTable() {
    var terms = new ArrayList<Term>();
    var autoincrement = false;
    for (var tokens : reader.list()) {
      autoincrement = endsWith(tokens, "AUTOINCREMENT");
      terms.add(term(autoincrement ? tokens.subList(0, tokens.size() - 1) : tokens));
    }
    add(primaryKey(terms, false, conflictClause(), autoincrement));
  }

  private boolean descending() {
    return !reader.takeIf("ASC") && reader.takeIf("DESC");
  }

  private boolean autoincrement() {
    return reader.takeIf("AUTOINCREMENT");
  }

  private Reference reference() {
    var table = reader.name();
    List<String> columns =
        reader.peek().isOperator("(")
            ? reader.list().stream().map(item -> new TokenReader(item).name()).toList()
            : List.of();
    var onDelete = "NO ACTION";
    var onUpdate = "NO ACTION";
    Optional<String> match = Optional.empty();
    while (true) {
      if (reader.takeIf("MATCH")) {
        match = Optional.of(reader.name().toUpperCase(Locale.ROOT));
      } else if (reader.takeIf("ON", "DELETE")) {
        onDelete = action();
      } else if (reader.takeIf("ON", "UPDATE")) {
        onUpdate = action();
      } else if (reader.takeIf("ON", "INSERT")) {
        action();
      } else {
        return new Reference(table, columns, onDelete, onUpdate, match, deferred());
      }
    }
  }

  private String action() {
    if (reader.takeIf("SET")) {
      return "SET " + reader.name().toUpperCase(Locale.ROOT);
    }
    if (reader.takeIf("NO")) {
      reader.expect("ACTION");
      return "NO ACTION";
    }
    return reader.name().toUpperCase(Locale.ROOT);
  }

  /**
   * Only DEFERRABLE INITIALLY DEFERRED defers: https://sqlite.org/foreignkeys.html, section 4.2.
   */
  private boolean deferred() {
    var deferrable = !reader.takeIf("NOT", "DEFERRABLE") && reader.takeIf("DEFERRABLE");
    if (!reader.takeIf("INITIALLY")) {
      return false;
    }
    return reader.name().equalsIgnoreCase("DEFERRED") && deferrable;
  }

  /** A column may say DEFERRABLE apart from the reference that it belongs to. */
  private void deferLast() {
    var deferred = deferred();
    var last = found.size() - 1;
    if (last >= 0 && found.get(last).reference().isPresent()) {
      var key = found.get(last);
      var to = key.reference().get();
      var reference =
          new Reference(
              to.table(), to.columns(), to.onDelete(), to.onUpdate(), to.match(), deferred);
      found.set(last, foreignKey(key.name(), key.terms(), key.inline(), reference));
    }
  }

  private void add(ConstraintDefinition constraint) {
    found.add(constraint);
  }

  private ConstraintDefinition primaryKey(
      List<Term> terms, boolean inline, Optional<String> conflict, boolean autoincrement) {
    return new ConstraintDefinition(
        ConstraintDefinition.Kind.PRIMARY_KEY,
        takeName(),
        terms,
        inline,
        autoincrement,
        conflict,
        List.of(),
        Optional.empty());
  }

  private ConstraintDefinition unique(List<Term> terms, boolean inline, Optional<String> conflict) {
    return new ConstraintDefinition(
        ConstraintDefinition.Kind.UNIQUE,
        takeName(),
        terms,
        inline,
        false,
        conflict,
        List.of(),
        Optional.empty());
  }

  private ConstraintDefinition check(boolean inline, List<Token> expression) {
    return new ConstraintDefinition(
        ConstraintDefinition.Kind.CHECK,
        takeName(),
        List.of(),
        inline,
        false,
        Optional.empty(),
        expression,
        Optional.empty());
  }

  private ConstraintDefinition foreignKey(List<Term> terms, boolean inline, Reference reference) {
    return foreignKey(takeName(), terms, inline, reference);
  }

  private static ConstraintDefinition foreignKey(
      Optional<String> name, List<Term> terms, boolean inline, Reference reference) {
    return new ConstraintDefinition(
        ConstraintDefinition.Kind.FOREIGN_KEY,
        name,
        terms,
        inline,
        false,
        Optional.empty(),
        List.of(),
        Optional.of(reference));
  }
}
