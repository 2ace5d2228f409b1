-- hazard may-fail-on-data public.p_1: fails when a row lies outside the partition
-- hazard full-scan public.p_1: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.p_1: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.p ATTACH PARTITION public.p_1 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
