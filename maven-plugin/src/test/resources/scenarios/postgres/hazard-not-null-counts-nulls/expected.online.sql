-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ADD CONSTRAINT t_a_is_set CHECK (a IS NOT NULL) NOT VALID;

-- part 2 of 3: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.t.a: fails when a row is null
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_is_set;

-- part 3 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

ALTER TABLE public.t DROP CONSTRAINT t_a_is_set;
