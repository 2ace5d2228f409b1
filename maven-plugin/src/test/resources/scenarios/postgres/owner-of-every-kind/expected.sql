CREATE TYPE app.e AS ENUM ('a');

CREATE DOMAIN app.d AS integer;

CREATE TYPE app.c AS (
  a integer
);

CREATE SEQUENCE app.s;

CREATE SEQUENCE app.t_id_seq AS integer;

CREATE TABLE app.t (
  id integer DEFAULT nextval('app.t_id_seq'::regclass) NOT NULL,
  n integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

ALTER SEQUENCE app.t_id_seq OWNED BY app.t.id;

CREATE OR REPLACE FUNCTION app.f(integer)
 RETURNS integer
 LANGUAGE sql
RETURN 1;

CREATE OR REPLACE PROCEDURE app.p()
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$;

CREATE AGGREGATE app.a(integer) (SFUNC = int4pl, STYPE = integer);

CREATE VIEW app.v AS
SELECT id
   FROM app.t;

CREATE MATERIALIZED VIEW app.m AS
SELECT id
   FROM app.t;

-- hazard privilege of aggregate app.a(integer): changes who owns it; needs to be a member of both roles
ALTER AGGREGATE app.a(integer) OWNER TO tg_keeper;

-- hazard privilege of type app.c: changes who owns it; needs to be a member of both roles
ALTER TYPE app.c OWNER TO tg_keeper;

-- hazard privilege of domain app.d: changes who owns it; needs to be a member of both roles
ALTER DOMAIN app.d OWNER TO tg_keeper;

-- hazard privilege of type app.e: changes who owns it; needs to be a member of both roles
ALTER TYPE app.e OWNER TO tg_keeper;

-- hazard privilege of function app.f(integer): changes who owns it; needs to be a member of both roles
ALTER FUNCTION app.f(integer) OWNER TO tg_keeper;

-- hazard privilege of materialized view app.m: changes who owns it; needs to be a member of both roles
ALTER MATERIALIZED VIEW app.m OWNER TO tg_keeper;

-- hazard privilege of schema app: changes who owns it; needs to be a member of both roles
ALTER SCHEMA app OWNER TO tg_keeper;

-- hazard privilege of procedure app.p(): changes who owns it; needs to be a member of both roles
ALTER PROCEDURE app.p() OWNER TO tg_keeper;

-- hazard privilege of sequence app.s: changes who owns it; needs to be a member of both roles
ALTER SEQUENCE app.s OWNER TO tg_keeper;

-- hazard privilege of table app.t: changes who owns it; needs to be a member of both roles
ALTER TABLE app.t OWNER TO tg_keeper;

-- hazard privilege of view app.v: changes who owns it; needs to be a member of both roles
ALTER VIEW app.v OWNER TO tg_keeper;
