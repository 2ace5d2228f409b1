-- hazard breaks-readers public.t.a: whoever still uses the old name fails; the new one is c
ALTER TABLE public.t RENAME COLUMN a TO c;

-- hazard breaks-readers public.p: whoever still uses the old name fails; the new one is q
ALTER TABLE public.p RENAME TO q;

-- hazard breaks-readers public.t: whoever still uses the old name fails; the new one is s
ALTER TABLE public.t RENAME TO s;

-- hazard breaks-readers public.q.p_pkey: whoever still uses the old name fails; the new one is q_pkey
ALTER TABLE public.q RENAME CONSTRAINT p_pkey TO q_pkey;

-- hazard breaks-readers public.s.t_pkey: whoever still uses the old name fails; the new one is s_pkey
ALTER TABLE public.s RENAME CONSTRAINT t_pkey TO s_pkey;

-- hazard may-fail-on-data public.s.c: fails when a row is null
-- hazard full-scan public.s: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.s: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.q: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.s ALTER COLUMN c SET NOT NULL;

-- hazard may-fail-on-data public.s.ok: fails when a row does not satisfy it
-- hazard full-scan public.s: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.s: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.s ADD CONSTRAINT ok CHECK ((c < b));

-- hazard may-fail-on-data public.s.s_p: fails when a row refers to none of public.q
-- hazard full-scan public.s: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.s: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.s ADD CONSTRAINT s_p FOREIGN KEY (c) REFERENCES public.q (x);
