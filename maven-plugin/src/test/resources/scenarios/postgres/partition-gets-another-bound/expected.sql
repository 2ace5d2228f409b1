ALTER TABLE public.readings DETACH PARTITION public.readings_old;

-- hazard may-fail-on-data public.readings_old: fails when a row lies outside the partition
-- hazard full-scan public.readings_old: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.readings_old: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.readings: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.readings ATTACH PARTITION public.readings_old FOR VALUES FROM ('2019-01-01') TO ('2021-01-01');
