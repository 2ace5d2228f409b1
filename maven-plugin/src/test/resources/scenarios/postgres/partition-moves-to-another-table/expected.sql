ALTER TABLE public.hot DETACH PARTITION public.y2020;

-- hazard may-fail-on-data public.y2020: fails when a row lies outside the partition
-- hazard full-scan public.y2020: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.y2020: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.hot: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.cold ATTACH PARTITION public.y2020 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
