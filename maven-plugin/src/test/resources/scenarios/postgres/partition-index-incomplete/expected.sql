CREATE INDEX jobs_due ON ONLY public.jobs (due);

-- hazard full-scan public.jobs_a: reads the whole table under SHARE
-- hazard blocks-writes public.jobs_a: writers wait while it holds SHARE
-- hazard blocks-writes public.jobs: writers wait meanwhile, a statement before took SHARE
CREATE INDEX jobs_a_due ON public.jobs_a (due);

ALTER INDEX public.jobs_due ATTACH PARTITION public.jobs_a_due;
