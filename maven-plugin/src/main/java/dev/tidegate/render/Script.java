package dev.tidegate.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Statements as files. */
public final class Script {
  private Script() {}

  /** The files: consecutive statements of one stage each. */
  public static List<ScriptPart> parts(List<Statement> statements) {
    var groups = new ArrayList<List<Statement>>();
    for (var statement : statements) {
      if (groups.isEmpty() || !last(groups).get(0).stage().equals(statement.stage())) {
        groups.add(new ArrayList<>());
      }
      last(groups).add(statement);
    }
    var parts = new ArrayList<ScriptPart>();
    for (var group : groups) {
      var stage = group.get(0).stage();
      parts.add(new ScriptPart(parts.size() + 1, groups.size(), stage, group));
    }
    return parts;
  }

  /** All files in one text, an empty line between them. */
  public static String of(List<Statement> statements) {
    return parts(statements).stream().map(ScriptPart::text).collect(Collectors.joining("\n"));
  }

  /** Whether all of it could run in one transaction. */
  public static boolean isTransactional(List<Statement> statements) {
    return statements.stream().allMatch(Statement::transactional);
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
