-- hazard may-fail-on-data public.m_2: fails when a row lies outside the partition
-- hazard full-scan public.m_2: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.m_2: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.m ATTACH PARTITION public.m_2 FOR VALUES FROM ('10') TO (MAXVALUE);
