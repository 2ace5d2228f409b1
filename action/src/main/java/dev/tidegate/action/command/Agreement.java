package dev.tidegate.action.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How what would run is what was promised.
 *
 * @param kind in which way
 * @param planHash names the plan as a whole: what the output {@code plan-hash} says
 * @param notes what a reader should know
 */
record Agreement(Kind kind, Optional<String> planHash, List<String> notes) {
  Agreement {
    notes = List.copyOf(notes);
  }

  /** In which way. */
  enum Kind {
    /** Nothing is pending. */
    NOTHING_PENDING,
    /** It is the plan that the comment shows. */
    AS_SHOWN,
    /** It is what is left of that plan since a deploy stopped halfway. */
    REST,
    /** Nobody asked for a promise. */
    NOT_ASKED
  }

  static Agreement of(Kind kind, Optional<String> planHash) {
    return new Agreement(kind, planHash, List.of());
  }

  Agreement noting(String note) {
    var more = new ArrayList<>(notes);
    more.add(note);
    return new Agreement(kind, planHash, more);
  }

  /** Whether the numbers of the comment's statements are those of the plan, maybe moved. */
  boolean isAsShown() {
    return kind == Kind.AS_SHOWN || kind == Kind.REST;
  }
}
