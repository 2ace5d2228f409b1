-- hazard may-fail-on-data public.t.c: fails when the table has rows, since they would be null
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN c integer NOT NULL;
