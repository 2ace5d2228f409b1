-- hazard drop-table a.t: deletes the table and all its rows
DROP TABLE a.t;

-- hazard drop-schema a: deletes the schema
-- hazard breaks-readers a: looks like a rename to b, which would keep what it holds; if it is one: -Dtidegate.renames=a:b
DROP SCHEMA a;

CREATE SCHEMA b;

CREATE TABLE b.t (
  id integer NOT NULL,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

ALTER TABLE public.t ADD COLUMN a_id integer;
