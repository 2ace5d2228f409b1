DROP MATERIALIZED VIEW public.m;

DROP VIEW public.v;

ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- hazard breaks-readers public.t.a: changes its type from integer to bigint
-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

-- hazard narrow-type public.t.b: may cut or round what it holds, from text to character varying(20)
-- hazard may-fail-on-data public.t.b: fails when a value cannot be converted from text to character varying(20)
-- hazard breaks-readers public.t.b: changes its type from text to character varying(20)
-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(20);

ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 2;

CREATE VIEW public.v AS
SELECT a,
    b
   FROM public.t;

-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE MATERIALIZED VIEW public.m AS
SELECT a
   FROM public.t;

-- hazard may-fail-on-data public.m_a: fails when two rows have the same value
CREATE UNIQUE INDEX m_a ON public.m (a);
