-- hazard may-fail-on-data public.t.a: fails when a row is null
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;
