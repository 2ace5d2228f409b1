ALTER TABLE public.t ADD COLUMN x integer;

CREATE OR REPLACE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT sum(t.x) AS sum
    FROM public.t;
END;
