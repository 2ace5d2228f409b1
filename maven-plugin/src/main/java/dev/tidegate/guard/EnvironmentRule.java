package dev.tidegate.guard;

import dev.tidegate.problem.Problem;
import java.util.Optional;

/**
 * Which label a run states for its database, and whether it is that database's.
 *
 * @param goal for hints
 * @param stated the label that was stated
 * @param instead the label that the database carries and that the stated one is to replace
 */
public record EnvironmentRule(String goal, Optional<String> stated, Optional<String> instead) {

  /**
   * Refuses a run whose label is another one than the database's, one without a label on a database
   * marked {@code production}, and a label that is nearly one that means something.
   *
   * @throws dev.tidegate.problem.TidegateException TG-2124, 2201, 2202, 2208, 2209, or 1003 for a
   *     label that cannot be meant
   */
  public void refuseUnlessMatching(DatabaseIdentity identity) {
    objection(identity)
        .ifPresent(
            problem -> {
              throw problem.exception();
            });
  }

  /** What a goal that only reads has to say of it. */
  public Optional<String> note(DatabaseIdentity identity) {
    if (identity.environmentFault().isPresent()) {
      return identity
          .environmentFault()
          .map(why -> "the label of the database cannot be read: " + why);
    }
    return stated
        .filter(label -> identity.environment().isPresent())
        .filter(label -> !same(label, identity.environment().get()))
        .map(
            label ->
                "the database is marked %s, and %s was stated"
                    .formatted(identity.environment().get(), label));
  }

  /** The label to write: the one stated, of a database that has none. */
  public Optional<EnvironmentLabel> toMark(DatabaseIdentity identity) {
    return stated.filter(label -> identity.environment().isEmpty()).map(EnvironmentLabel::new);
  }

  /** The label to write instead of the one that is there. */
  public Optional<EnvironmentLabel> toRename(DatabaseIdentity identity) {
    return stated
        .filter(label -> instead.isPresent() && identity.environment().isPresent())
        .filter(label -> !same(label, identity.environment().get()))
        .map(EnvironmentLabel::new);
  }

  private Optional<Problem> objection(DatabaseIdentity identity) {
    if (identity.environmentFault().isPresent()) {
      var fault = identity.environmentFault().get();
      return Optional.of(
          EnvironmentMarker.notReadable(fault)
              .map(table -> GuardProblems.environmentNotReadable(table, identity))
              .orElseGet(() -> GuardProblems.environmentUnreadable(identity, fault)));
    }
    if (instead.isPresent()) {
      return renaming(identity, instead.get());
    }
    var marked = identity.environment();
    if (marked.isEmpty()) {
      return stated.flatMap(label -> unclear(label));
    }
    if (stated.isEmpty()) {
      return new EnvironmentLabel(marked.get()).meansProduction()
          ? Optional.of(GuardProblems.environmentNotStated(goal, identity))
          : Optional.empty();
    }
    return same(stated.get(), marked.get())
        ? Optional.empty()
        : Optional.of(GuardProblems.environmentDiffers(goal, identity, stated.get()));
  }

  private Optional<Problem> renaming(DatabaseIdentity identity, String from) {
    var marked = identity.environment();
    if (stated.isEmpty()) {
      return Optional.of(GuardProblems.renameWithoutLabel(from));
    }
    // the second is a run that is repeated after it has renamed
    if (marked.isPresent() && (same(marked.get(), from) || same(marked.get(), stated.get()))) {
      return unclear(stated.get());
    }
    return Optional.of(GuardProblems.environmentNotRenamed(identity, from));
  }

  /** A label that nobody has written into a database yet has to be the one that is meant. */
  private static Optional<Problem> unclear(String label) {
    return new EnvironmentLabel(label)
        .meant()
        .map(meant -> GuardProblems.environmentUnclear(label, meant));
  }

  private static boolean same(String one, String two) {
    return new EnvironmentLabel(one).equals(new EnvironmentLabel(two));
  }
}
