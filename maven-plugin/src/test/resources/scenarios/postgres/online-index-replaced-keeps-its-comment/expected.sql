DROP INDEX public.t_i;

-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX t_i ON public.t (a DESC);

COMMENT ON INDEX public.t_i IS 'lookups';
