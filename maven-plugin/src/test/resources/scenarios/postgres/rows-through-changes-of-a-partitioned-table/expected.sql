ALTER TABLE public.m ADD COLUMN note text;

-- hazard breaks-readers public.m.v: changes its type from integer to bigint
-- hazard table-rewrite public.m1_eu: writes the whole table anew
-- hazard blocks-reads public.m1_eu: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard table-rewrite public.m1_us: writes the whole table anew
-- hazard blocks-reads public.m1_us: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.m: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
-- hazard blocks-reads public.m1: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.m ALTER COLUMN v TYPE bigint;

ALTER TABLE ONLY public.m ALTER COLUMN v SET DEFAULT 0;

ALTER TABLE ONLY public.m1 ALTER COLUMN v SET DEFAULT 0;

ALTER TABLE public.m1_eu ALTER COLUMN v SET DEFAULT 0;

ALTER TABLE public.m1_us ALTER COLUMN v SET DEFAULT 0;

CREATE INDEX m_v ON ONLY public.m (v);

CREATE INDEX m1_v_idx ON ONLY public.m1 (v);

ALTER INDEX public.m_v ATTACH PARTITION public.m1_v_idx;

-- hazard full-scan public.m1_eu: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.m1_eu: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX m1_eu_v_idx ON public.m1_eu (v);

ALTER INDEX public.m1_v_idx ATTACH PARTITION public.m1_eu_v_idx;

-- hazard full-scan public.m1_us: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.m1_us: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX m1_us_v_idx ON public.m1_us (v);

ALTER INDEX public.m1_v_idx ATTACH PARTITION public.m1_us_v_idx;
