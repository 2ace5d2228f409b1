-- hazard may-fail-on-data public.u.u_code: fails when two rows conflict
-- hazard full-scan public.u: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.u: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.u ADD CONSTRAINT u_code UNIQUE (code);

-- hazard may-fail-on-data public.t.t_code: fails when a row refers to none of public.u
-- hazard full-scan public.t: reads the whole table under SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.t: writers wait while it holds SHARE ROW EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_code FOREIGN KEY (code) REFERENCES public.u (code);
