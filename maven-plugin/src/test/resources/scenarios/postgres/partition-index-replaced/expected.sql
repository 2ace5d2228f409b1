DROP INDEX public.jobs_due;

CREATE INDEX jobs_due ON ONLY public.jobs (due DESC) WHERE (due IS NOT NULL);

-- hazard full-scan public.jobs_a: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.jobs_a: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.jobs: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
CREATE INDEX jobs_a_due_idx ON public.jobs_a (due DESC) WHERE (due IS NOT NULL);

ALTER INDEX public.jobs_due ATTACH PARTITION public.jobs_a_due_idx;
