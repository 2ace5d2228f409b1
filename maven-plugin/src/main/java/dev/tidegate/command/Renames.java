package dev.tidegate.command;

import dev.tidegate.diff.Pair;
import dev.tidegate.diff.Rename;
import dev.tidegate.diff.RenameSubjects;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.source.sql.RenameMark;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the parameter {@code renames}: {@code users.name:full_name,old_table:new_table}. Before the
 * old name its kind may stand, where several objects are called so: {@code constraint
 * orders.total:total_is_positive}.
 */
public final class Renames {
  /** Kinds whose name is that of what they belong to. */
  private static final Set<ObjectKind> NAMED_AS_OTHERS =
      EnumSet.of(
          ObjectKind.DEFAULT,
          ObjectKind.OWNED_BY,
          ObjectKind.COMMENT,
          ObjectKind.SECURITY_LABEL,
          ObjectKind.OWNER,
          ObjectKind.PRIVILEGE,
          ObjectKind.DEFAULT_PRIVILEGE);

  /** What a bare name means where others are called so as well. */
  private static final Set<ObjectKind> LIKELY =
      EnumSet.of(
          ObjectKind.TABLE, ObjectKind.COLUMN, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);

  private final Schema from;

  private Renames(Schema from) {
    this.from = from;
  }

  /** Renames that are known to be ones, and what should be known of marks that are none. */
  public record Answered(List<Rename> renames, List<String> notes) {
    public Answered {
      renames = List.copyOf(renames);
      notes = List.copyOf(notes);
    }
  }

  /**
   * The renames that the parameter and the marks in the declared SQL of {@code to} name.
   *
   * @throws dev.tidegate.problem.TidegateException TG-1003 and TG-3005 where they cannot be meant
   */
  public static Answered of(List<String> words, List<RenameMark> marks, Pair<Schema> schemas) {
    return MarkedRenames.of(marks, schemas, parse(words, schemas.from()));
  }

  /** The renames, in the order in which they are written. */
  private static List<Rename> parse(List<String> words, Schema from) {
    var reader = new Renames(from);
    return whole(words).stream().map(reader::rename).toList();
  }

  /** A routine's argument types have commas between them, as the words of the parameter have. */
  private static List<String> whole(List<String> words) {
    var whole = new ArrayList<String>();
    var open = new StringBuilder();
    for (var word : words) {
      open.append(open.isEmpty() ? "" : ", ").append(word);
      if (count(open, '(') <= count(open, ')')) {
        whole.add(open.toString());
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      whole.add(open.toString());
    }
    return whole;
  }

  private static long count(CharSequence text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private Rename rename(String word) {
    var colon = word.lastIndexOf(':');
    if (colon <= 0 || colon == word.length() - 1) {
      throw CommandProblems.renameNotUnderstood(word).exception();
    }
    var id = find(word.substring(0, colon).strip());
    var name = word.substring(colon + 1).strip();
    return new Rename(id, id.kind() == ObjectKind.ENUM_LABEL ? name : lastOf(name));
  }

  private static String lastOf(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** An old name, with the kinds that the word before it allows; any where there is none. */
  private record Named(String name, Set<ObjectKind> kinds) {
    static Named of(String old) {
      var kinds = EnumSet.noneOf(ObjectKind.class);
      for (var kind : ObjectKind.values()) {
        if (old.startsWith(kind.word() + " ")) {
          kinds.add(kind);
        }
      }
      var word = kinds.stream().mapToInt(kind -> kind.word().length() + 1).max();
      return new Named(old.substring(word.orElse(0)).strip(), kinds);
    }

    boolean allows(ObjectId id) {
      return kinds.isEmpty() ? !NAMED_AS_OTHERS.contains(id.kind()) : kinds.contains(id.kind());
    }
  }

  private ObjectId find(String old) {
    var named = Named.of(old);
    var subjects = RenameSubjects.of(from).stream().filter(named::allows).toList();
    var exact = subjects.stream().filter(id -> id.display().equals(named.name())).toList();
    var found =
        exact.isEmpty()
            ? subjects.stream().filter(id -> id.display().endsWith("." + named.name())).toList()
            : exact;
    var likely = found.stream().filter(id -> LIKELY.contains(id.kind())).toList();
    if (found.isEmpty()) {
      throw CommandProblems.renameNotInFrom(old, near(named.name(), subjects)).exception();
    }
    if (found.size() == 1 || likely.size() == 1) {
      return likely.size() == 1 ? likely.get(0) : found.get(0);
    }
    throw CommandProblems.renameOfSeveral(old, found).exception();
  }

  private static List<ObjectId> near(String old, List<ObjectId> subjects) {
    var name = old.substring(old.lastIndexOf('.') + 1);
    return subjects.stream()
        .filter(id -> id.name().equalsIgnoreCase(name) || id.display().contains(old))
        .limit(5)
        .toList();
  }
}
