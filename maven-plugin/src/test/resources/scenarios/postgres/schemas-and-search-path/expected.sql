-- hazard drop-table a.t: deletes the table and all its rows
DROP TABLE a.t;

-- hazard drop-schema a: deletes the schema
DROP SCHEMA a;

CREATE SCHEMA b;

CREATE TABLE b.t (
  id integer NOT NULL,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

ALTER TABLE public.t ADD COLUMN a_id integer;
