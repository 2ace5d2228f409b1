ALTER TABLE public.t ADD COLUMN c integer DEFAULT 1;

-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX t_c ON public.t (c);
