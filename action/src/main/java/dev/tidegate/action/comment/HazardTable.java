package dev.tidegate.action.comment;

import dev.tidegate.action.comment.ReviewComment.Hazard;
import dev.tidegate.action.comment.ReviewComment.Standing;
import dev.tidegate.action.comment.Section.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The hazards, a row each; where there is no room for all, those that stop a deploy stay. */
final class HazardTable {
  private static final String HEADER =
      Markdown.header("#", "hazard", "object", "lock", "rows or size", "advice");

  /** PostgreSQL's names have 63 bytes each; longer ones say nothing more. */
  private static final int LONGEST_NAME = 300;

  private static final int LONGEST_ADVICE = 400;

  private HazardTable() {}

  static Section of(List<Hazard> hazards) {
    if (hazards.isEmpty()) {
      return Section.empty();
    }
    var whole = table(sorted(hazards, Comparator.comparingInt(Hazard::statement)));
    return Section.of(whole, 12_000, room -> within(hazards, room));
  }

  private static Part within(List<Hazard> hazards, int room) {
    var kept = new ArrayList<Hazard>();
    var left = room - HEADER.length();
    for (var hazard : sorted(hazards, Comparator.comparing(Hazard::standing))) {
      left -= row(hazard).length() + 1;
      if (left < 0) {
        break;
      }
      kept.add(hazard);
    }
    var words =
        "%s of %s".formatted(hazards.size() - kept.size(), Numbers.count(hazards.size(), "hazard"));
    return kept.isEmpty()
        ? new Part("", words)
        : new Part(table(sorted(kept, Comparator.comparingInt(Hazard::statement))), words);
  }

  private static List<Hazard> sorted(List<Hazard> hazards, Comparator<Hazard> order) {
    return hazards.stream().sorted(order).toList();
  }

  private static String table(List<Hazard> hazards) {
    return HEADER + "\n" + String.join("\n", hazards.stream().map(HazardTable::row).toList());
  }

  private static String row(Hazard hazard) {
    return Markdown.row(
        List.of(
            String.valueOf(hazard.statement()),
            Markdown.code(hazard.type()) + standing(hazard.standing()),
            Markdown.code(Markdown.cutLine(hazard.object(), LONGEST_NAME)),
            Markdown.code(Markdown.cutLine(hazard.lock(), LONGEST_NAME)),
            Markdown.prose(Markdown.cutLine(hazard.size(), LONGEST_NAME)),
            Markdown.prose(Markdown.cutLine(hazard.advice(), LONGEST_ADVICE))));
  }

  private static String standing(Standing standing) {
    return switch (standing) {
      case NOT_APPROVED -> " **not approved**";
      case APPROVED -> " approved";
      case REPORTED -> "";
    };
  }
}
