-- hazard may-fail-on-data public.t.a_ok: fails when a row does not satisfy it
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT a_ok;
