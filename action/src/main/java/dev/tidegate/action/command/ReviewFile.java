package dev.tidegate.action.command;

import dev.tidegate.action.comment.ReviewComment;
import dev.tidegate.action.comment.ReviewComment.Hazard;
import dev.tidegate.action.comment.ReviewComment.Origin;
import dev.tidegate.action.comment.ReviewComment.PendingFile;
import dev.tidegate.action.comment.ReviewComment.Plan;
import dev.tidegate.action.comment.ReviewComment.Proposal;
import dev.tidegate.action.comment.ReviewComment.Rollback;
import dev.tidegate.action.comment.ReviewComment.Standing;
import dev.tidegate.action.comment.ReviewComment.Statement;
import dev.tidegate.action.comment.ReviewComment.Subject;
import dev.tidegate.action.comment.ReviewComment.Trouble;
import dev.tidegate.action.comment.Verdict;
import dev.tidegate.action.json.Json;
import dev.tidegate.action.json.JsonText;
import dev.tidegate.action.json.UnexpectedJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * {@code review.json}: a review as a file, which one workflow leaves behind and another one posts.
 * The format is documented in {@code docs/reports/review.schema.json}. Whoever opened the pull
 * request may have written the file: everything in it is a claim.
 *
 * @param pullRequest number of the pull request that it says it is about
 * @param comment what it says is to be shown; who wrote it, and where, is for the reader to say
 */
record ReviewFile(OptionalLong pullRequest, ReviewComment comment) {
  /** File name within the report directory. */
  static final String NAME = "review.json";

  private static final int FORMAT = 1;
  private static final int LONGEST_NAME = 250;

  /** More than any comment shows, and few enough for rendering to stay quick. */
  private static final int MOST = 50_000;

  /** A review says no other: what became of a deploy is for a deploy to say. */
  private static final Set<Verdict> VERDICTS =
      Set.of(
          Verdict.NO_CHANGE,
          Verdict.READY,
          Verdict.NEEDS_APPROVAL,
          Verdict.NEEDS_MIGRATION,
          Verdict.FAILED);

  /** The file's text. */
  String text() {
    var json = new LinkedHashMap<String, Object>();
    json.put("format", FORMAT);
    pullRequest.ifPresent(number -> json.put("pullRequest", number));
    json.put("headCommit", comment.origin().headCommit());
    json.put("key", comment.subject().key());
    json.put("environment", comment.subject().environment());
    json.put("directory", comment.subject().directory());
    json.put("verdict", word(comment.verdict()));
    json.put("planHash", comment.plan().hash());
    json.put("statements", written(comment.plan().statements()));
    json.put(
        "proposal",
        comment
            .proposal()
            .map(it -> Map.of("statements", written(it.statements()), "command", it.command())));
    json.put("hazards", comment.hazards().stream().map(ReviewFile::hazard).toList());
    json.put(
        "pending",
        comment.pending().stream()
            .map(it -> Map.of("path", it.path(), "statements", it.statements()))
            .toList());
    json.put("drift", comment.drift());
    json.put(
        "rollback",
        comment
            .rollback()
            .map(it -> Map.of("statements", written(it.statements()), "lost", it.lost())));
    json.put("trouble", comment.trouble().map(ReviewFile::trouble));
    json.put("notes", comment.notes());
    return JsonText.of(json);
  }

  private static List<Map<String, Object>> written(List<Statement> statements) {
    return statements.stream()
        .map(it -> Map.<String, Object>of("file", it.file(), "sql", it.sql()))
        .toList();
  }

  private static Map<String, Object> hazard(Hazard it) {
    var json = new LinkedHashMap<String, Object>();
    json.put("statement", it.statement());
    json.put("type", it.type());
    json.put("object", it.object());
    json.put("standing", word(it.standing()));
    json.put("lock", it.lock());
    json.put("size", it.size());
    json.put("advice", it.advice());
    return json;
  }

  private static Map<String, Object> trouble(Trouble it) {
    return Map.of(
        "summary", it.summary(), "detail", it.detail(), "state", it.state(), "hint", it.hint());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads the text of a file, with the origin that the reader knows.
   *
   * @throws UnexpectedJson if it is no review
   * @throws IllegalArgumentException if a value is none that a review has
   */
  static ReviewFile read(String text, Origin origin) {
    var json = Json.parseObject(text);
    require(json.number("format") == FORMAT, "format is not " + FORMAT);
    require(
        json.text("headCommit").equals(origin.headCommit()), "headCommit is not that of its run");
    var plan =
        new Plan(
            json.optionalText("planHash").map(ReviewFile::hash),
            statements(json.objects("statements")));
    return new ReviewFile(
        json.optionalNumber("pullRequest"),
        new ReviewComment(
            new Subject(name(json, "key"), name(json, "environment"), name(json, "directory")),
            verdict(json.text("verdict")),
            plan,
            json.optionalObject("proposal").map(ReviewFile::proposal),
            bounded(json.objects("hazards")).stream().map(ReviewFile::hazard).toList(),
            bounded(json.objects("pending")).stream().map(ReviewFile::pending).toList(),
            bounded(json.texts("drift")),
            json.optionalObject("rollback").map(ReviewFile::rollback),
            json.optionalObject("trouble").map(ReviewFile::trouble),
            Optional.empty(),
            bounded(json.texts("notes")),
            origin));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static <T> List<T> bounded(List<T> items) {
    require(items.size() <= MOST, "a list has more than %,d items".formatted(MOST));
    return items;
  }

  private static String name(Json json, String member) {
    var name = json.text(member);
    require(name.length() <= LONGEST_NAME, member + " is too long for a name");
    return name;
  }

  private static String hash(String hash) {
    require(hash.matches("[0-9a-f]{64}"), "planHash is no SHA-256 in hexadecimal");
    return hash;
  }

  private static Verdict verdict(String word) {
    return VERDICTS.stream()
        .filter(it -> word(it).equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("verdict is none of a review"));
  }

  private static Standing standing(String word) {
    for (var standing : Standing.values()) {
      if (word(standing).equals(word)) {
        return standing;
      }
    }
    throw new IllegalArgumentException("standing of a hazard is not known");
  }

  private static List<Statement> statements(List<Json> objects) {
    return bounded(objects).stream()
        .map(it -> new Statement(it.text("file"), it.text("sql")))
        .toList();
  }

  private static Proposal proposal(Json json) {
    return new Proposal(statements(json.objects("statements")), json.text("command"));
  }

  private static PendingFile pending(Json json) {
    return new PendingFile(json.text("path"), count(json));
  }

  private static int count(Json json) {
    var count = json.number("statements");
    require(count >= 0 && count <= 1_000_000, "statements is no number of statements");
    return (int) count;
  }

  private static Hazard hazard(Json json) {
    var statement = json.number("statement");
    require(statement >= 0 && statement <= 1_000_000, "statement is no number of a statement");
    return new Hazard(
        (int) statement,
        json.text("type"),
        json.text("object"),
        standing(json.text("standing")),
        json.text("lock"),
        json.text("size"),
        json.text("advice"));
  }

  private static Rollback rollback(Json json) {
    return new Rollback(statements(json.objects("statements")), bounded(json.texts("lost")));
  }

  private static Trouble trouble(Json json) {
    return new Trouble(
        json.text("summary"), bounded(json.texts("detail")), json.text("state"), json.text("hint"));
  }
}
