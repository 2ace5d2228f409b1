package dev.tidegate.report;

import dev.tidegate.diff.Change;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Changes as lines: {@code [+]} only {@code to} has it, {@code [-]} only {@code from} has it,
 * {@code [*]} both have it and it differs, with what differs.
 */
public final class ChangeList {
  private ChangeList() {}

  /** One line a change. */
  public static List<String> lines(List<Change> changes) {
    return changes.stream().map(change -> change.accept(new Line())).toList();
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
