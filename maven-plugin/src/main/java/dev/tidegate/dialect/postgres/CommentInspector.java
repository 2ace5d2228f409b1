package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Comment;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Reads comments. */
final class CommentInspector {
  // The server writes some comments itself: that of the schema "public", and those of extensions
  // as their control files have them.
  private static final String QUESTION =
      """
      SELECT d.classoid::regclass::text AS catalogue, d.objoid, d.objsubid, d.description
      FROM pg_description d
      LEFT JOIN pg_extension e ON d.classoid = 'pg_extension'::regclass AND e.oid = d.objoid
      LEFT JOIN pg_available_extensions() available ON available.name = e.extname
      WHERE (d.objoid >= 16384 OR d.objoid = to_regnamespace('public'))
        AND d.description IS DISTINCT FROM available.comment
        AND NOT (d.classoid = 'pg_namespace'::regclass AND d.description = 'standard public schema')
        AND NOT EXISTS (SELECT FROM pg_depend member
                        WHERE member.classid = d.classoid AND member.objid = d.objoid
                          AND member.deptype = 'e')
      """;

  private final Look look;
  private final List<Address> withoutSubject = new ArrayList<>();

  CommentInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(QUESTION, this::readComment);
    if (!withoutSubject.isEmpty()) {
      look.each(identities(), row -> look.addUnmodelled("comment on " + row.text("words")));
    }
  }

  private void readComment(Row row) throws SQLException {
    var address = new Address(row.text("catalogue"), row.number("objoid"), row.count("objsubid"));
    var owner = look.addresses().owner(address);
    if (owner.isEmpty()) {
      return; // on something that is not looked at, or that is itself reported
    }
    var subject = look.addresses().subject(address);
    if (subject.isPresent()) {
      var comment = Comment.on(subject.get(), row.text("description"));
      look.add(comment);
      look.depend(comment.id(), owner.get());
    } else {
      withoutSubject.add(address);
    }
  }

  /**
   * Asks for the names of what has a comment of its own but is no object of the model: a domain's
   * constraint, the index of a key.
   */
  private String identities() {
    var rows = new StringJoiner(", ");
    for (var address : withoutSubject) {
      rows.add(
          "('%s'::regclass, %d::oid, %d)"
              .formatted(address.catalogue(), address.oid(), address.column()));
    }
    return """
        SELECT o.type || ' ' || o.identity AS words
        FROM (VALUES %s) part (catalogue, oid, number)
        CROSS JOIN LATERAL pg_identify_object(part.catalogue, part.oid, part.number) o
        """
        .formatted(rows);
  }
}
