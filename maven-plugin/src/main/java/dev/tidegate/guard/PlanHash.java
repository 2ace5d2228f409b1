package dev.tidegate.guard;

import dev.tidegate.migration.HistoryEntry;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A name for what would be applied and to what: a hash over the migrations that the database has,
 * the pending files and the callbacks and script configurations beside them, so that what runs is
 * what was reviewed; also over the database itself where it is not what those migrations build.
 * Line ends do not count, since a checkout may change them; where a database is does not count
 * either.
 */
public final class PlanHash {
  private PlanHash() {}

  /**
   * SHA-256 in hexadecimal.
   *
   * @param state names a database that is not what the applied migrations build; of one that is,
   *     and of one that was not looked at, the hash is that of the files alone, so that a review
   *     without the database gives the same
   */
  public static String of(
      List<HistoryEntry> applied,
      List<MigrationFile> pending,
      MigrationFolder folder,
      Optional<String> state) {
    var digest = sha256();
    for (var entry : inOrder(applied)) {
      add(digest, "applied", entry.script(), String.valueOf(entry.checksums().applied().orElse(0)));
    }
    for (var file : pending) {
      add(digest, "pending", file.script(), text(file.path()));
    }
    for (var file : folder.companions()) {
      add(digest, "beside", folder.script(file), text(file));
    }
    state.ifPresent(fingerprint -> add(digest, "state", fingerprint));
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * When a repeatable migration ran among the versions depends on when somebody deployed, so that
   * the order of application would tell two databases apart that hold the same.
   */
  private static List<HistoryEntry> inOrder(List<HistoryEntry> applied) {
    return applied.stream()
        .sorted(
            Comparator.comparing((HistoryEntry entry) -> entry.version().isEmpty())
                .thenComparing(entry -> entry.version().orElse(Version.parse("0")))
                .thenComparing(HistoryEntry::script))
        .toList();
  }

  /** SHA-256 of a text in hexadecimal. */
  static String ofText(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Each text with its length before it, so that no two lists of texts read the same. */
  private static void add(MessageDigest digest, String... texts) {
    for (var text : texts) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
