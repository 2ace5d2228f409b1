-- hazard may-fail-on-data public.m.a: fails when a row is null
-- hazard full-scan public.m_1: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.m_1: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard full-scan public.m_2_1: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.m_2_1: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.m: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.m_2: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.m ALTER COLUMN a SET NOT NULL;
