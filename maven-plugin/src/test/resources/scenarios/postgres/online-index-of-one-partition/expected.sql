-- hazard full-scan public.m_1: reads the whole table under SHARE
-- hazard blocks-writes public.m_1: writers wait while it holds SHARE
CREATE INDEX m_1_a ON public.m_1 (a);
