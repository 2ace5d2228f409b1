package dev.tidegate.command;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One part of all targets, so that several runs share the work. A target belongs to a part by its
 * name alone: runs that see different lists, since a target was added between them, still take each
 * one once.
 *
 * @param number from 1
 * @param count of all parts
 */
public record Shard(int number, int count) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");

  /** Reads {@code 2/8}; nothing where the text is none. */
  public static Optional<Shard> parse(String text) {
    var form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    var shard = new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    return Optional.of(shard).filter(it -> it.number >= 1 && it.number <= it.count);
  }

  /** Whether the target of this name belongs to it. */
  public boolean holds(String name) {
    var hash = new CRC32();
    hash.update(name.getBytes(StandardCharsets.UTF_8));
    return hash.getValue() % count == number - 1;
  }

  @Override
  public String toString() {
    return number + "/" + count;
  }
}
