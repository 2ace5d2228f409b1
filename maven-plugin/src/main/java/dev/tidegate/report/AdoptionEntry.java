package dev.tidegate.report;

import java.util.List;
import java.util.Optional;

/**
 * Where the version came from at which a database is adopted.
 *
 * @param from {@code parameter}, {@code prisma}, {@code liquibase} or {@code states}
 * @param migrations how many the other tool has applied; 0 where there is none
 * @param last the last of them, as the other tool names it
 * @param files that were written into the migrations folder, or in a dry run would be
 * @param proved whether the database was compared and is equal to what the migrations up to there
 *     build; not where the folder has none of them
 */
public record AdoptionEntry(
    String from, int migrations, Optional<String> last, List<String> files, boolean proved) {
  public AdoptionEntry {
    files = List.copyOf(files);
  }
}
