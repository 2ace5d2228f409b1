-- hazard may-fail-on-data public.t.t_u: fails when a row refers to none of public.u
-- hazard full-scan public.t: reads the whole table under SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.t: writers wait while it holds SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.u: writers wait while it holds SHARE ROW EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_u FOREIGN KEY (u_id) REFERENCES public.u (id) ON DELETE CASCADE;

-- hazard may-fail-on-data public.t.t_v: fails when a row refers to none of public.u
-- hazard full-scan public.t: reads the whole table under SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.t: writers wait while it holds SHARE ROW EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_v FOREIGN KEY (v_id) REFERENCES public.u (id) DEFERRABLE;
