-- hazard breaks-readers old.v: whoever still uses it fails
DROP VIEW old.v;

-- hazard breaks-readers old.f(): whoever still uses it fails
DROP FUNCTION old.f();

-- hazard drop-table old.a: deletes the table and all its rows
DROP TABLE old.a;

-- hazard drop-schema old: deletes the schema
-- hazard breaks-readers old: looks like a rename to fresh, which would keep what it holds; if it is one: -Dtidegate.renames=old:fresh
DROP SCHEMA old;

CREATE SCHEMA fresh;

CREATE TABLE fresh.a (
  id integer NOT NULL,
  CONSTRAINT a_pkey PRIMARY KEY (id)
);
