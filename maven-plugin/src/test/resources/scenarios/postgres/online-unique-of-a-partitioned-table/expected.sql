-- hazard may-fail-on-data public.m.m_u: fails when two rows conflict
ALTER TABLE ONLY public.m ADD CONSTRAINT m_u UNIQUE (at, id);

-- hazard may-fail-on-data public.m_1.m_1_at_id_key: fails when two rows conflict
-- hazard full-scan public.m_1: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.m_1: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.m: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.m_1 ADD CONSTRAINT m_1_at_id_key UNIQUE (at, id);

ALTER INDEX public.m_u ATTACH PARTITION public.m_1_at_id_key;

-- hazard may-fail-on-data public.m_2.m_2_at_id_key: fails when two rows conflict
ALTER TABLE ONLY public.m_2 ADD CONSTRAINT m_2_at_id_key UNIQUE (at, id);

ALTER INDEX public.m_u ATTACH PARTITION public.m_2_at_id_key;

-- hazard may-fail-on-data public.m_2_1.m_2_1_at_id_key: fails when two rows conflict
-- hazard full-scan public.m_2_1: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.m_2_1: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.m_2: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.m_2_1 ADD CONSTRAINT m_2_1_at_id_key UNIQUE (at, id);

ALTER INDEX public.m_2_at_id_key ATTACH PARTITION public.m_2_1_at_id_key;
