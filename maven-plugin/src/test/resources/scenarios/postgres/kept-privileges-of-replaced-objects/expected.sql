DROP VIEW public.v;

DROP FUNCTION public.f(integer);

CREATE TABLE public.new (
  id integer
);

-- hazard breaks-readers public.t.n: changes its type from integer to bigint
-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN n TYPE bigint;

CREATE OR REPLACE FUNCTION public.f(integer)
 RETURNS bigint
 LANGUAGE sql
RETURN 1;

CREATE VIEW public.v AS
SELECT id,
    n
   FROM public.t;

ALTER VIEW public.v OWNER TO tg_keeper;

REVOKE EXECUTE ON FUNCTION public.f(integer) FROM PUBLIC;

GRANT UPDATE (id) ON TABLE public.v TO tg_reader;

GRANT EXECUTE ON FUNCTION public.f(integer) TO tg_reader;

GRANT SELECT ON TABLE public.v TO tg_reader WITH GRANT OPTION;
