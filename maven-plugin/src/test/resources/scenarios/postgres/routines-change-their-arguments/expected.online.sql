-- part 1 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

COMMENT ON COLUMN public.areas.two IS NULL;

DROP VIEW public.areas;

DROP PROCEDURE public.p(integer, integer);

DROP FUNCTION public.fewer(integer, integer);

DROP FUNCTION public.outs(integer);

-- hazard breaks-readers public.over(text): whoever still uses it fails
DROP FUNCTION public.over(text);

DROP FUNCTION public.rows_of(integer);

DROP FUNCTION public.sum_of(integer[]);

ALTER TABLE public.t DROP CONSTRAINT c;

ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;

DROP FUNCTION public.named(integer);

CREATE OR REPLACE FUNCTION public.area(wide integer, high integer DEFAULT 2)
 RETURNS integer
 LANGUAGE sql
RETURN (wide * high);

CREATE OR REPLACE FUNCTION public.fewer(a integer, b integer DEFAULT 2)
 RETURNS integer
 LANGUAGE sql
RETURN (a + b);

CREATE OR REPLACE FUNCTION public.named(renamed integer)
 RETURNS integer
 LANGUAGE sql
RETURN renamed;

ALTER TABLE public.t ALTER COLUMN id SET DEFAULT public.named(3);

ALTER TABLE public.t ADD CONSTRAINT c CHECK ((public.named(id) > 0)) NOT VALID;

CREATE OR REPLACE FUNCTION public.outs(a integer, OUT b integer, OUT d text)
 RETURNS record
 LANGUAGE sql
RETURN ROW(a, 'x');

CREATE OR REPLACE FUNCTION public.over(date)
 RETURNS integer
 LANGUAGE sql
RETURN 1;

CREATE OR REPLACE FUNCTION public.over(integer)
 RETURNS integer
 LANGUAGE sql
RETURN 2;

CREATE OR REPLACE FUNCTION public.over(integer, integer)
 RETURNS integer
 LANGUAGE sql
RETURN 1;

CREATE OR REPLACE FUNCTION public.rows_of(a integer)
 RETURNS TABLE(x integer, z text)
 LANGUAGE sql
AS $function$select 1, 'a'$function$;

CREATE OR REPLACE FUNCTION public.sum_of(numbers integer[])
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

CREATE OR REPLACE PROCEDURE public.p(IN a integer, IN c integer DEFAULT 2)
 LANGUAGE sql
AS $procedure$select 1$procedure$;

CREATE VIEW public.areas AS
SELECT public.area(2) AS two,
    public.area(3, 4) AS three,
    public.named(1) AS n;

COMMENT ON COLUMN public.areas.two IS 'twice';

COMMENT ON FUNCTION public.named(integer) IS 'gives';

-- part 2 of 2: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.t.c: fails when a row does not satisfy it
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT c;
