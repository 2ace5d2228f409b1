ALTER TABLE public.named ADD COLUMN lang character(2);

-- hazard may-fail-on-data public.named.name: fails when a row is null
-- hazard full-scan public.letters: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.letters: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard full-scan public.named: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.named: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard full-scan public.notes: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.notes: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.named ALTER COLUMN name SET NOT NULL;

ALTER TABLE public.letters ALTER COLUMN name SET DEFAULT 'y'::text;

ALTER TABLE ONLY public.named ALTER COLUMN name SET DEFAULT 'x'::text;

ALTER TABLE ONLY public.notes ALTER COLUMN name SET DEFAULT 'x'::text;

-- hazard may-fail-on-data public.named.short: fails when a row does not satisfy it
-- hazard full-scan public.letters: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.letters: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard full-scan public.named: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.named: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard full-scan public.notes: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.notes: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.named ADD CONSTRAINT short CHECK ((length(name) < 9));
