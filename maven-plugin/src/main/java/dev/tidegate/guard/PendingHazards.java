package dev.tidegate.guard;

import dev.tidegate.jdbc.Product;
import dev.tidegate.plan.Hazard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The harm that one pending migration does.
 *
 * @param script the file's path within the migrations folder
 * @param hazards in the order in which they were found
 * @param moot what it does to objects that the database does not have yet, so that nothing is lost;
 *     an approval of it is not misplaced
 * @param approvals what the file itself approves
 * @param questions what the live database is asked about the hazards before anything runs
 * @param notes what could not be seen through
 * @param told numbers of the statements in whose text hazards were found
 * @param causes which statement brings a hazard about; none for what the file does as a whole
 */
public record PendingHazards(
    String script,
    List<Hazard> hazards,
    List<Hazard> moot,
    List<Approval> approvals,
    List<LiveQuestion> questions,
    List<String> notes,
    Map<Hazard, Integer> told,
    Map<Hazard, Cause> causes) {
  public PendingHazards {
    hazards = List.copyOf(hazards);
    moot = List.copyOf(moot);
    approvals = List.copyOf(approvals);
    questions = List.copyOf(questions);
    notes = List.copyOf(notes);
    told = Map.copyOf(told);
    causes = Map.copyOf(causes);
  }

  /** The same with hazards that were found by running its statements. */
  public PendingHazards measured(List<Hazard> found) {
    var all = new ArrayList<>(hazards);
    found.stream().filter(hazard -> !all.contains(hazard)).forEach(all::add);
    return new PendingHazards(script, all, moot, approvals, questions, notes, told, causes);
  }

  /** The same, with which of its statements brings which hazard about. */
  public PendingHazards caused(Product product, List<String> statements, StatementTrace trace) {
    var all = new Causes(product, statements, trace, told);
    var known = new HashMap<Hazard, Cause>();
    hazards.forEach(hazard -> all.of(hazard).ifPresent(cause -> known.put(hazard, cause)));
    return new PendingHazards(script, hazards, moot, approvals, questions, notes, told, known);
  }

  /** The statement that brings a hazard about; empty where the file as a whole does. */
  public Optional<Cause> cause(Hazard hazard) {
    return Optional.ofNullable(causes.get(hazard));
  }

  /** The same, with a note that nobody knows what its statements lock. */
  public PendingHazards notMeasured() {
    var all = new ArrayList<>(notes);
    all.add(script + ": what it locks was not measured, its statements do not run one by one");
    return new PendingHazards(script, hazards, moot, approvals, questions, all, told, causes);
  }

  /** The harm that needs approval. */
  public List<Hazard> destroying() {
    return hazards.stream().filter(hazard -> hazard.type().destroysData()).toList();
  }

  /** Whatever an approval may be about. */
  public List<Hazard> approvable() {
    return Stream.concat(hazards.stream(), moot.stream())
        .filter(hazard -> hazard.type().destroysData())
        .toList();
  }
}
