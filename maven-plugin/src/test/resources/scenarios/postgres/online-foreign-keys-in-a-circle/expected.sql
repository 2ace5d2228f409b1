-- hazard may-fail-on-data public.a.a_a_id_fkey: fails when a row refers to none of public.a
-- hazard full-scan public.a: reads the whole table under SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.a: writers wait while it holds SHARE ROW EXCLUSIVE
ALTER TABLE public.a ADD CONSTRAINT a_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a (id);

-- hazard may-fail-on-data public.a.a_b_id_fkey: fails when a row refers to none of public.b
-- hazard full-scan public.a: reads the whole table under SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.a: writers wait while it holds SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.b: writers wait while it holds SHARE ROW EXCLUSIVE
ALTER TABLE public.a ADD CONSTRAINT a_b_id_fkey FOREIGN KEY (b_id) REFERENCES public.b (id);

-- hazard may-fail-on-data public.b.b_a_id_fkey: fails when a row refers to none of public.a
-- hazard full-scan public.b: reads the whole table under SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.b: writers wait while it holds SHARE ROW EXCLUSIVE
ALTER TABLE public.b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a (id);
