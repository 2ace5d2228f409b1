-- hazard may-fail-on-data public.t.a: fails when a row is null
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

-- hazard may-fail-on-data public.t.t_key: fails when two rows conflict
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_key UNIQUE (b);

-- hazard may-fail-on-data public.t.ok: fails when a row does not satisfy it
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT ok CHECK ((a > 0));

-- hazard may-fail-on-data public.t.t_p: fails when a row refers to none of public.p
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-writes public.p: writers wait while it holds SHARE ROW EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_p FOREIGN KEY (a) REFERENCES public.p (id);
