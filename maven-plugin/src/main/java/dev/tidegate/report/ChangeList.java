package dev.tidegate.report;

import dev.tidegate.diff.Change;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Changes as lines: {@code [+]} only {@code to} has it, {@code [-]} only {@code from} has it,
 * {@code [*]} both have it and it differs, with what differs.
 */
public final class ChangeList {
  private static final Pattern WHOLE = Pattern.compile("(\\[[+-]]) (?:table|view) (\\S+)");

  private ChangeList() {}

  /** One line a change. */
  public static List<String> lines(List<Change> changes) {
    return changes.stream().map(change -> change.accept(new Line())).toList();
  }

  /** The lines without those of parts of what is new or gone as a whole, for a person to read. */
  public static List<String> folded(List<String> lines) {
    var wholes = new HashSet<String>();
    for (var line : lines) {
      var whole = WHOLE.matcher(line);
      if (whole.matches()) {
        wholes.add(whole.group(1) + " " + whole.group(2));
      }
    }
    return lines.stream().filter(line -> !isPart(line, wholes)).toList();
  }

  /** Whether what the name stands in, at any depth, is new or gone as well. */
  private static boolean isPart(String line, Set<String> wholes) {
    var mark = line.substring(0, Math.min(3, line.length()));
    var name = line.substring(line.lastIndexOf(' ') + 1);
    for (var dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      if (wholes.contains(mark + " " + name.substring(0, dot))) {
        return true;
      }
    }
    return false;
  }

  private static final class Line implements Change.Visitor<String> {
    @Override
    public String add(Change.Add change) {
      return "[+] " + change.id();
    }

    @Override
    public String drop(Change.Drop change) {
      return "[-] " + change.id();
    }

    @Override
    public String modify(Change.Modify change) {
      var what = String.join("; ", differences(change.object().from(), change.object().to()));
      return "[*] " + change.id() + ": " + what;
    }
  }

  /** Reads the records' components, so that a component added later shows without a word here. */
  private static List<String> differences(SchemaObject from, SchemaObject to) {
    var found = new ArrayList<String>();
    for (var component : from.getClass().getRecordComponents()) {
      try {
        var before = component.getAccessor().invoke(from);
        var after = component.getAccessor().invoke(to);
        if (!Objects.equals(before, after) && !component.getName().equals("position")) {
          found.add(component.getName() + " " + shown(before) + " -> " + shown(after));
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a record that cannot be read: " + from.id(), e);
      }
    }
    return found;
  }

  private static String shown(Object value) {
    return String.valueOf(value).replaceAll("\\s+", " ").replaceAll("^Optional(.empty)?", "");
  }
}
