package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import java.util.SortedMap;
import java.util.TreeMap;

/** The operators and functions of an operator class or family, among its attributes. */
final class OperatorMembers {
  private static final String OPERATOR = "OPERATOR ";
  private static final String FUNCTION = "FUNCTION ";

  private OperatorMembers() {}

  /** What each strategy and support number means, by {@code OPERATOR 1 (integer, integer)}. */
  static SortedMap<String, String> of(Definition holder) {
    var members = new TreeMap<>(holder.attributes());
    members.keySet().removeIf(name -> !name.startsWith(OPERATOR) && !name.startsWith(FUNCTION));
    return members;
  }

  /** The member as CREATE OPERATOR CLASS and ADD say it. */
  static String clause(String member, String meaning) {
    if (member.startsWith(FUNCTION)) {
      return member + " " + meaning;
    }
    var types = member.substring(member.indexOf('('));
    var operator = meaning.split(" ", 2);
    return member.substring(0, member.indexOf('('))
        + operator[0]
        + " "
        + types
        + (operator.length > 1 ? " " + operator[1] : "");
  }
}
