package dev.tidegate.command;

import dev.tidegate.diff.Pair;
import dev.tidegate.diff.Rename;
import dev.tidegate.diff.RenameSubjects;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import dev.tidegate.source.sql.RenameMark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * The renames that the declared SQL of {@code to} is marked with. Marks stay in a file after they
 * have been carried out, so one whose old name {@code from} no longer has is passed over.
 */
final class MarkedRenames {
  private final SortedSet<ObjectId> from;
  private final SortedSet<ObjectId> to;
  private final List<String> notes = new ArrayList<>();
  private final Map<List<String>, List<String>> oldContainers = new HashMap<>();

  private MarkedRenames(Pair<Schema> schemas) {
    this.from = RenameSubjects.of(schemas.from());
    this.to = RenameSubjects.of(schemas.to());
  }

  /** A mark that was understood. */
  private record Claim(RenameMark mark, ObjectId old, ObjectId now) {}

  /**
   * Reads marks.
   *
   * @param answered the renames of the parameter, which go before marks of the same objects
   * @throws dev.tidegate.problem.TidegateException TG-3005 for a mark that stands on nothing, names
   *     what {@code to} still has, or does not tell whether it has been carried out
   */
  static Renames.Answered of(List<RenameMark> marks, Pair<Schema> schemas, List<Rename> answered) {
    if (marks.isEmpty()) {
      return new Renames.Answered(answered, List.of());
    }
    return new MarkedRenames(schemas).read(marks, answered);
  }

  private Renames.Answered read(List<RenameMark> marks, List<Rename> answered) {
    var subjects = new ArrayList<Claim>();
    for (var mark : marks) {
      var now = subject(mark);
      subjects.add(new Claim(mark, now, now));
    }
    // Containers first: what stands in them has its old path under their old names.
    subjects.sort(Comparator.comparing(claim -> claim.now().path().size()));
    var claims = new ArrayList<Claim>();
    for (var subject : subjects) {
      claims.add(claim(subject.mark(), subject.now()));
    }
    claims.removeIf(claim -> answered.stream().anyMatch(rename -> rename.id().equals(claim.old())));
    refuseWhatIsStillThere(claims);
    var all = new ArrayList<>(answered);
    all.addAll(active(claims));
    return new Renames.Answered(all, notes);
  }

  private ObjectId subject(RenameMark mark) {
    if (mark.kind().isEmpty() || mark.from().isEmpty()) {
      throw CommandProblems.markOutOfPlace(mark).exception();
    }
    var found = to.stream().filter(id -> isMeant(mark, id)).toList();
    var exact = found.stream().filter(id -> Rename.ownName(id).equals(last(mark))).toList();
    var best = exact.isEmpty() ? found : exact;
    if (best.size() > 1) {
      var inPublic = best.stream().filter(id -> id.path().get(0).equals("public")).toList();
      best = inPublic.size() == 1 ? inPublic : best;
    }
    if (best.size() != 1) {
      throw CommandProblems.markNotInTo(mark, best).exception();
    }
    return best.get(0);
  }

  private static String last(RenameMark mark) {
    return mark.path().get(mark.path().size() - 1);
  }

  /** Names are compared in any case: SQLite does so, and PostgreSQL's were folded. */
  private static boolean isMeant(RenameMark mark, ObjectId id) {
    if (!id.kind().word().equals(mark.kind())) {
      return false;
    }
    var path = Rename.isRoutine(id) ? id.path().subList(0, id.path().size() - 1) : id.path();
    var wanted = mark.path();
    if (mark.kind().equals("trigger")
        || mark.kind().equals("rule")
        || mark.kind().equals("policy")) {
      wanted = List.of(last(mark));
    }
    if (path.size() < wanted.size()) {
      return false;
    }
    var end = path.subList(path.size() - wanted.size(), path.size());
    return String.join("\n", end).equalsIgnoreCase(String.join("\n", wanted));
  }

  private Claim claim(RenameMark mark, ObjectId now) {
    var path = new ArrayList<>(oldPath(now));
    var bare = mark.kind().equals("label") ? mark.from() : bare(mark.from());
    path.set(path.size() - (Rename.isRoutine(now) ? 2 : 1), bare);
    var old = new ObjectId(now.kind(), path);
    if (from.contains(old)) {
      oldContainers.put(now.path(), path);
    }
    return new Claim(mark, old, now);
  }

  private List<String> oldPath(ObjectId now) {
    for (var length = now.path().size() - 1; length > 0; length--) {
      var old = oldContainers.get(now.path().subList(0, length));
      if (old != null) {
        var path = new ArrayList<>(old);
        path.addAll(now.path().subList(length, now.path().size()));
        return path;
      }
    }
    return now.path();
  }

  private static String bare(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private void refuseWhatIsStillThere(List<Claim> claims) {
    var marked = new HashSet<ObjectId>();
    claims.forEach(claim -> marked.add(claim.now()));
    for (var claim : claims) {
      if (to.contains(claim.old()) && !marked.contains(claim.old())) {
        throw CommandProblems.markOfWhatIsThere(claim.mark(), claim.old()).exception();
      }
    }
  }

  /** A rename is due when its old name is there and its new one is not, or is about to be free. */
  private List<Rename> active(List<Claim> claims) {
    var due = new ArrayList<Claim>();
    var freed = new HashSet<ObjectId>();
    var waiting = new ArrayList<>(claims);
    for (var more = true; more; ) {
      more = false;
      for (var claim : List.copyOf(waiting)) {
        if (from.contains(claim.old()) && isFree(claim, freed)) {
          due.add(claim);
          freed.add(claim.old());
          waiting.remove(claim);
          more = true;
        }
      }
    }
    for (var claim : waiting) {
      passOver(claim, claims);
    }
    return due.stream().map(claim -> new Rename(claim.old(), Rename.ownName(claim.now()))).toList();
  }

  private boolean isFree(Claim claim, Set<ObjectId> freed) {
    var path = new ArrayList<>(claim.old().path());
    path.set(path.size() - (Rename.isRoutine(claim.old()) ? 2 : 1), Rename.ownName(claim.now()));
    var before = new ObjectId(claim.now().kind(), path);
    return !from.contains(before) || freed.contains(before);
  }

  private void passOver(Claim claim, List<Claim> claims) {
    if (!from.contains(claim.old())) {
      notes.add(CommandProblems.markPassedOver(claim.mark(), claim.old()));
      return;
    }
    // The old name is there, and so is the new one. In a chain that was carried out, the old name
    // is by now that of the next link.
    var isNextLink = claims.stream().anyMatch(other -> other.now().equals(claim.old()));
    var isExchange =
        claims.stream()
            .anyMatch(other -> other.now().equals(claim.old()) && other.old().equals(claim.now()));
    if (isExchange || !isNextLink) {
      throw CommandProblems.markNotTellable(claim.mark(), claim.old(), claim.now()).exception();
    }
    notes.add(CommandProblems.markPassedOver(claim.mark(), claim.old()));
  }
}
