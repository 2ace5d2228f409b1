-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.named ADD COLUMN lang character(2);

ALTER TABLE public.named ADD CONSTRAINT named_name_is_set CHECK (name IS NOT NULL) NOT VALID;

ALTER TABLE ONLY public.named ALTER COLUMN name SET DEFAULT 'x'::text;

ALTER TABLE public.named ADD CONSTRAINT short CHECK ((length(name) < 9)) NOT VALID;

-- part 2 of 3: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.named.name: fails when a row is null
-- hazard full-scan public.letters: reads the whole table under SHARE UPDATE EXCLUSIVE
-- hazard full-scan public.named: reads the whole table under SHARE UPDATE EXCLUSIVE
-- hazard full-scan public.notes: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.named VALIDATE CONSTRAINT named_name_is_set;

-- hazard may-fail-on-data public.named.short: fails when a row does not satisfy it
-- hazard full-scan public.letters: reads the whole table under SHARE UPDATE EXCLUSIVE
-- hazard full-scan public.named: reads the whole table under SHARE UPDATE EXCLUSIVE
-- hazard full-scan public.notes: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.named VALIDATE CONSTRAINT short;

-- part 3 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.named ALTER COLUMN name SET NOT NULL;

ALTER TABLE public.named DROP CONSTRAINT named_name_is_set;

ALTER TABLE public.letters ALTER COLUMN name SET DEFAULT 'y'::text;

ALTER TABLE ONLY public.notes ALTER COLUMN name SET DEFAULT 'x'::text;
