-- hazard full-scan public.m_2: reads the whole table under SHARE
-- hazard blocks-writes public.m_2: writers wait while it holds SHARE
CREATE INDEX m_2_id_idx ON public.m_2 (id);

-- hazard may-fail-on-data public.m_2: fails when a row lies outside the partition
-- hazard full-scan public.m_2: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.m_2: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.m ATTACH PARTITION public.m_2 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
