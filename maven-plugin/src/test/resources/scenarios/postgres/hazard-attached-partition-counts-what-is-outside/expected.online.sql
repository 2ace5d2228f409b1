-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.p_1 ADD CONSTRAINT p_1_bound CHECK (at IS NOT NULL AND at >= '2024-01-01' AND at < '2025-01-01') NOT VALID;

-- part 2 of 3: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.p_1: fails when a row lies outside the partition
-- hazard full-scan public.p_1: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.p_1 VALIDATE CONSTRAINT p_1_bound;

-- part 3 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.p ATTACH PARTITION public.p_1 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

ALTER TABLE public.p_1 DROP CONSTRAINT p_1_bound;
