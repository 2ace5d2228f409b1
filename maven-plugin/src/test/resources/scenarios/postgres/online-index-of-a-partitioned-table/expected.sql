CREATE INDEX m_a ON ONLY public.m (a);

-- hazard full-scan public.m_1: reads the whole table under SHARE
-- hazard blocks-writes public.m_1: writers wait while it holds SHARE
-- hazard blocks-writes public.m: writers wait meanwhile, a statement before took SHARE
CREATE INDEX m_1_a_idx ON public.m_1 (a);

ALTER INDEX public.m_a ATTACH PARTITION public.m_1_a_idx;

CREATE INDEX m_2_a_idx ON ONLY public.m_2 (a);

ALTER INDEX public.m_a ATTACH PARTITION public.m_2_a_idx;

-- hazard full-scan public.m_2_1: reads the whole table under SHARE
-- hazard blocks-writes public.m_2_1: writers wait while it holds SHARE
-- hazard blocks-writes public.m_2: writers wait meanwhile, a statement before took SHARE
CREATE INDEX m_2_1_a_idx ON public.m_2_1 (a);

ALTER INDEX public.m_2_a_idx ATTACH PARTITION public.m_2_1_a_idx;
