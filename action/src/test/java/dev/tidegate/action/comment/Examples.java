package dev.tidegate.action.comment;

import dev.tidegate.action.comment.ReviewComment.AppliedFile;
import dev.tidegate.action.comment.ReviewComment.Deployment;
import dev.tidegate.action.comment.ReviewComment.Hazard;
import dev.tidegate.action.comment.ReviewComment.Origin;
import dev.tidegate.action.comment.ReviewComment.PendingFile;
import dev.tidegate.action.comment.ReviewComment.Plan;
import dev.tidegate.action.comment.ReviewComment.Proposal;
import dev.tidegate.action.comment.ReviewComment.Rollback;
import dev.tidegate.action.comment.ReviewComment.RowCount;
import dev.tidegate.action.comment.ReviewComment.Standing;
import dev.tidegate.action.comment.ReviewComment.Statement;
import dev.tidegate.action.comment.ReviewComment.Subject;
import dev.tidegate.action.comment.ReviewComment.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Comments as they occur, by the name of their golden file. */
final class Examples {
  static final Origin ORIGIN =
      new Origin(
          "6dcb09b5b57875f334f61aebed695e2e4193db5e",
          "https://github.com/acme/shop/actions/runs/8123",
          "8123-1",
          Instant.parse("2026-11-20T09:30:00Z"));

  private static final Optional<String> HASH =
      Optional.of("sha256:" + "0123456789abcdef".repeat(4));

  private Examples() {}

  /** A comment in the making; a test changes what it is about. */
  static final class Draft {
    Subject subject = new Subject("production", "production", "");
    Verdict verdict = Verdict.READY;
    List<Statement> statements = List.of();
    Optional<Proposal> proposal = Optional.empty();
    List<Hazard> hazards = List.of();
    List<PendingFile> pending = List.of();
    List<String> drift = List.of();
    Optional<Rollback> rollback = Optional.empty();
    Optional<Trouble> trouble = Optional.empty();
    Optional<Deployment> deployment = Optional.empty();
    List<String> notes = List.of();
    Origin origin = ORIGIN;

    ReviewComment comment() {
      return new ReviewComment(
          subject,
          verdict,
          new Plan(statements.isEmpty() ? Optional.empty() : HASH, statements),
          proposal,
          hazards,
          pending,
          drift,
          rollback,
          trouble,
          deployment,
          notes,
          origin);
    }
  }

  static Map<String, ReviewComment> all() {
    var all = new LinkedHashMap<String, ReviewComment>();
    all.put("no-change", noChange());
    all.put("small-safe-change", smallSafeChange());
    all.put("destructive-change", destructiveChange());
    all.put("no-migration", noMigration());
    all.put("failure", failure());
    all.put("applied", applied());
    all.put("deploy-failed", deployFailed());
    all.put("300-statements", manyStatements());
    all.put("2-mb-plan", twoMegabytes());
    return all;
  }

  static ReviewComment noChange() {
    var draft = new Draft();
    draft.verdict = Verdict.NO_CHANGE;
    return draft.comment();
  }

  static ReviewComment noMigration() {
    var draft = small();
    draft.verdict = Verdict.NEEDS_MIGRATION;
    draft.pending = List.of();
    draft.rollback = Optional.empty();
    draft.proposal =
        Optional.of(
            new Proposal(
                draft.statements.stream().map(it -> new Statement("", it.sql())).toList(),
                "mvn tidegate:diff -Dtidegate.name=customer_email"));
    draft.statements = List.of();
    return draft.comment();
  }

  static Draft small() {
    var draft = new Draft();
    draft.subject = new Subject("services/shop@production", "production", "services/shop");
    var file = "services/shop/src/main/resources/db/migration/V20261120100000__email.sql";
    draft.statements =
        List.of(
            new Statement(file, "ALTER TABLE public.customer ADD COLUMN email text;"),
            new Statement(
                file,
                "CREATE INDEX CONCURRENTLY customer_email_idx\n  ON public.customer (email);"));
    draft.pending = List.of(new PendingFile(file, 2));
    draft.rollback =
        Optional.of(
            new Rollback(
                List.of(
                    new Statement("", "DROP INDEX public.customer_email_idx;"),
                    new Statement("", "ALTER TABLE public.customer DROP COLUMN email;")),
                List.of("values that were written to public.customer.email since")));
    draft.hazards =
        List.of(
            new Hazard(
                2,
                "not-transactional",
                "public.customer_email_idx",
                Standing.REPORTED,
                "ShareUpdateExclusiveLock on public.customer",
                "about 1,204,000 rows, 310 MB",
                "when it fails an invalid index stays behind, and the next deploy drops it"));
    return draft;
  }

  static ReviewComment smallSafeChange() {
    return small().comment();
  }

  static ReviewComment destructiveChange() {
    var draft = new Draft();
    draft.verdict = Verdict.NEEDS_APPROVAL;
    var file = "src/main/resources/db/migration/V7__drop_legacy.sql";
    draft.statements =
        List.of(
            new Statement(file, "ALTER TABLE public.users DROP COLUMN legacy;"),
            new Statement(file, "DROP TABLE public.customer_old;"),
            new Statement(file, "ALTER TABLE public.users\n  ALTER COLUMN bio SET NOT NULL;"));
    draft.hazards =
        List.of(
            new Hazard(
                1,
                "drop-column",
                "public.users.legacy",
                Standing.NOT_APPROVED,
                "AccessExclusiveLock on public.users",
                "17 values that are not null",
                "copy what is still needed, then add the label tidegate:allow"
                    + " drop-column:public.users.legacy"),
            new Hazard(
                2,
                "drop-table",
                "public.customer_old",
                Standing.APPROVED,
                "AccessExclusiveLock on public.customer_old",
                "1,204 rows",
                "approved in V7__drop_legacy.sql by a comment"),
            new Hazard(
                3,
                "may-fail-on-data",
                "public.users.bio",
                Standing.REPORTED,
                "AccessExclusiveLock on public.users",
                "3 NULLs in public.users.bio",
                "fill them before the deploy"));
    draft.pending = List.of(new PendingFile(file, 3));
    draft.drift = List.of("+ table public.tmp_export", "- index public.users_name_idx");
    draft.rollback =
        Optional.of(
            new Rollback(
                List.of(
                    new Statement("", "ALTER TABLE public.users ADD COLUMN legacy text;"),
                    new Statement("", "CREATE TABLE public.customer_old (id bigint NOT NULL);")),
                List.of("rows of public.customer_old", "values of public.users.legacy")));
    draft.notes = List.of("The numbers of rows come from production, read at 10:02 UTC.");
    return draft.comment();
  }

  static ReviewComment failure() {
    var draft = new Draft();
    draft.verdict = Verdict.FAILED;
    draft.trouble =
        Optional.of(
            new Trouble(
                "TG-2103 migration V7__orders.sql failed at statement 3 of 5 (line 14)",
                List.of(
                    "ERROR: column \"custmer_id\" does not exist (SQLSTATE 42703)",
                    "CREATE INDEX orders_customer ON orders (custmer_id)"),
                "nothing was changed; this was a scratch database",
                "correct the file and push again"));
    return draft.comment();
  }

  static ReviewComment applied() {
    var draft = small();
    draft.verdict = Verdict.APPLIED;
    draft.pending = List.of();
    draft.deployment =
        Optional.of(
            new Deployment(
                "2026-11-20 10:02 UTC",
                List.of(new AppliedFile(draft.statements.get(0).file(), 2, 1_840)),
                List.of(new RowCount("public.customer", "1,204,311", "1,204,311")),
                "https://github.com/acme/shop/actions/runs/8200"));
    return draft.comment();
  }

  static ReviewComment deployFailed() {
    var draft = small();
    draft.verdict = Verdict.DEPLOY_FAILED;
    draft.trouble =
        Optional.of(
            new Trouble(
                "TG-2104 migration V20261120100000__email.sql stopped after statement 1 of 2 (line 3)",
                List.of("ERROR: canceling statement due to lock timeout (SQLSTATE 55P03)"),
                "statement 1 remains applied",
                "mvn tidegate:deploy -Dtidegate.lockTimeout=30s"));
    draft.deployment =
        Optional.of(
            new Deployment(
                "2026-11-20 10:02 UTC",
                List.of(),
                List.of(),
                "https://github.com/acme/shop/actions/runs/8200"));
    return draft.comment();
  }

  static ReviewComment manyStatements() {
    var draft = new Draft();
    draft.verdict = Verdict.NEEDS_APPROVAL;
    var statements = new ArrayList<Statement>();
    var hazards = new ArrayList<Hazard>();
    var pending = new ArrayList<PendingFile>();
    for (int i = 1; i <= 300; i++) {
      var file = "src/main/resources/db/migration/V" + (i + 9) / 10 + "__tables.sql";
      statements.add(new Statement(file, statement(i)));
      if (i % 3 == 0) {
        hazards.add(hazard(i));
      }
      if (i % 10 == 0) {
        pending.add(new PendingFile(file, 10));
      }
    }
    draft.statements = statements;
    draft.hazards = hazards;
    draft.pending = pending;
    draft.rollback = Optional.of(new Rollback(statements, List.of()));
    draft.drift = IntStream.range(0, 200).mapToObj(i -> "+ table public.x" + i).toList();
    return draft.comment();
  }

  private static String statement(int i) {
    return i % 30 == 0
        ? "ALTER TABLE public.t" + i + " DROP COLUMN gone;"
        : "CREATE TABLE public.t"
            + i
            + " (\n  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\n  name text NOT NULL,\n"
            + "  created_at timestamptz NOT NULL DEFAULT now(),\n  amount numeric(12,2)\n);";
  }

  private static Hazard hazard(int i) {
    var destroys = i % 30 == 0;
    return new Hazard(
        i,
        destroys ? "drop-column" : "blocks-writes",
        destroys ? "public.t" + i + ".gone" : "public.t" + i,
        destroys ? Standing.NOT_APPROVED : Standing.REPORTED,
        "AccessExclusiveLock",
        i + " rows",
        "short, as the table is small");
  }

  static ReviewComment twoMegabytes() {
    var draft = new Draft();
    var statements = new ArrayList<Statement>();
    statements.add(new Statement("db/V1__a.sql", "CREATE TABLE public.a (id int);"));
    statements.add(
        new Statement(
            "db/V2__seed.sql", "INSERT INTO public.a VALUES " + "(1), ".repeat(340_000) + "(1);"));
    for (int i = 0; i < 900; i++) {
      statements.add(
          new Statement(
              "db/V3__views.sql",
              "CREATE VIEW public.v" + i + " AS SELECT " + "1 + ".repeat(80) + "1;"));
    }
    draft.statements = statements;
    return draft.comment();
  }
}
