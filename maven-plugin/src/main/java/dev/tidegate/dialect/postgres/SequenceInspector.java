package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Ownership;
import dev.tidegate.schema.Sequence;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Reads sequences: those on their own, and those by which identity columns count. */
final class SequenceInspector {
  // deptype 'i' is the sequence of an identity column, 'a' is OWNED BY.
  private static final String QUESTION =
      """
      SELECT c.oid, n.nspname, c.relname, c.relpersistence, format_type(s.seqtypid, NULL) AS type,
             s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
             d.refobjid AS owner, d.refobjsubid AS owner_column, d.deptype, a.attname
      FROM pg_sequence s
      JOIN pg_class c ON c.oid = s.seqrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
           AND d.objsubid = 0 AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
      LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE c.relnamespace = :namespaces
      """;

  private final Look look;
  private final Map<Address, Column.Identity> identities = new HashMap<>();

  SequenceInspector(Look look) {
    this.look = look;
  }

  /**
   * Adds the sequences on their own.
   *
   * @return how each identity column counts; {@code always} is not known here
   */
  Map<Address, Column.Identity> read() throws SQLException {
    look.each(QUESTION + " AND " + Look.ownObject("pg_class", "c.oid"), this::readSequence);
    return identities;
  }

  private void readSequence(Row row) throws SQLException {
    var sequence = Address.of("pg_class", row.number("oid"));
    var owner = row.number("owner");
    if (owner == 0) {
      look.addUnlessExcluded(sequence, sequence(row));
      return;
    }
    var table = look.table(owner);
    if (table.isEmpty()) {
      return; // stands in what is not looked at
    }
    var column = table.get().member(ObjectKind.COLUMN, row.text("attname"));
    if (row.letter("deptype") == 'i') {
      identities.put(Address.ofColumn(owner, row.count("owner_column")), identity(row));
      look.addresses().addPart(sequence, column);
    } else if (look.addUnlessExcluded(sequence, sequence(row))) {
      var bond = Ownership.of(sequence(row).id(), column);
      look.add(bond);
      look.depend(bond.id(), column);
    }
  }

  private static Sequence sequence(Row row) throws SQLException {
    return new Sequence(
        ObjectId.of(ObjectKind.SEQUENCE, row.text("nspname"), row.text("relname")),
        row.text("type"),
        row.number("seqstart"),
        row.number("seqincrement"),
        row.number("seqmin"),
        row.number("seqmax"),
        row.number("seqcache"),
        row.flag("seqcycle"),
        row.letter("relpersistence") == 'u');
  }

  private static Column.Identity identity(Row row) throws SQLException {
    return new Column.Identity(
        false,
        row.number("seqstart"),
        row.number("seqincrement"),
        row.number("seqmin"),
        row.number("seqmax"),
        row.number("seqcache"),
        row.flag("seqcycle"));
  }
}
