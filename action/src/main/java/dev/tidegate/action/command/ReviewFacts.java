package dev.tidegate.action.command;

import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.report.DeployFacts;
import dev.tidegate.action.report.DiffFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the goals of a review found.
 *
 * @param diff what the declared schema asks for and no migration does
 * @param deploy what is pending
 * @param migrations where the migrations lie
 * @param folder where the reports lie; nothing where no goal ran
 * @param failure why a goal left no report
 * @param live whether a live database was compared with, not what the base branch builds
 * @param notes what a reader should know of how it was found
 */
record ReviewFacts(
    Optional<DiffFacts> diff,
    Optional<DeployFacts> deploy,
    Path migrations,
    Optional<Path> folder,
    Optional<Problem> failure,
    boolean live,
    List<String> notes) {
  ReviewFacts {
    notes = List.copyOf(notes);
  }

  ReviewFacts withDeploy(Optional<DeployFacts> found) {
    return new ReviewFacts(diff, found, migrations, folder, failure, live, notes);
  }

  ReviewFacts withFolder(Path of) {
    return new ReviewFacts(diff, deploy, migrations, Optional.of(of), failure, live, notes);
  }

  /** The first failure stays: the others follow from it. */
  ReviewFacts withFailure(Optional<Problem> why) {
    return new ReviewFacts(diff, deploy, migrations, folder, failure.or(() -> why), live, notes);
  }

  ReviewFacts noting(String note) {
    var more = new ArrayList<>(notes);
    more.add(note);
    return new ReviewFacts(diff, deploy, migrations, folder, failure, live, more);
  }
}
