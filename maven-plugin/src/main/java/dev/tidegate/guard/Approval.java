package dev.tidegate.guard;

import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody's word that a hazard is meant.
 *
 * @param type of the hazard
 * @param object which one alone, with dots; its outer names may be left out. Empty for all
 * @param origin where it was said, as it was said
 */
public record Approval(HazardType type, Optional<String> object, String origin) {
  private static final Pattern COMMENT =
      Pattern.compile("(?m)^\\s*--\\s*tidegate:allow\\b[ \\t]*(.*)$");
  private static final Pattern IN_COMMENT =
      Pattern.compile("(\\S+)[ \\t]+(\\S+)[ \\t]+because[ \\t]+\\S.*");

  /**
   * Reads the parameter {@code allow}: {@code type} or {@code type:object}.
   *
   * @throws dev.tidegate.problem.TidegateException TG-1003 with all words that are none
   */
  public static List<Approval> parse(List<String> words) {
    var approvals = new ArrayList<Approval>();
    var bad = new ArrayList<String>();
    for (var word : words) {
      var pair = word.split(":", 2);
      var type = HazardType.of(pair[0].strip()).filter(HazardType::destroysData);
      if (type.isEmpty() || (pair.length == 2 && pair[1].isBlank())) {
        bad.add("allow=" + word + " is not one of " + types() + ", alone or with :object");
      } else {
        var object = pair.length == 2 ? Optional.of(pair[1].strip()) : Optional.<String>empty();
        approvals.add(new Approval(type.get(), object, "allow=" + word));
      }
    }
    if (!bad.isEmpty()) {
      throw GuardProblems.badApprovals(bad).exception();
    }
    return List.copyOf(approvals);
  }

  /**
   * Reads what a migration approves: {@code -- tidegate:allow drop-column public.users.legacy
   * because …} on a line of its own.
   *
   * @throws dev.tidegate.problem.TidegateException TG-1003 for a line that cannot be read
   */
  public static List<Approval> inFile(String script, String sql) {
    var approvals = new ArrayList<Approval>();
    var bad = new ArrayList<String>();
    var lines = COMMENT.matcher(sql);
    while (lines.find()) {
      var text = lines.group(1).strip();
      var words = IN_COMMENT.matcher(text);
      var type =
          words.matches()
              ? HazardType.of(words.group(1)).filter(HazardType::destroysData)
              : Optional.<HazardType>empty();
      if (type.isEmpty()) {
        bad.add(
            script
                + ": `-- tidegate:allow "
                + text
                + "` is not `TYPE OBJECT because REASON`,"
                + " with a type of "
                + types());
      } else {
        approvals.add(
            new Approval(
                type.get(), Optional.of(words.group(2)), script + ": tidegate:allow " + text));
      }
    }
    if (!bad.isEmpty()) {
      throw GuardProblems.badApprovals(bad).exception();
    }
    return List.copyOf(approvals);
  }

  /** Whether it is about this hazard. */
  public boolean covers(Hazard hazard) {
    var name = hazard.object().display();
    return type == hazard.type()
        && object.map(o -> name.equals(o) || name.endsWith("." + o)).orElse(true);
  }

  private static String types() {
    return Arrays.stream(HazardType.values())
        .filter(HazardType::destroysData)
        .map(HazardType::word)
        .collect(Collectors.joining(", "));
  }
}
