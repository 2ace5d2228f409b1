-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.m_2 ADD CONSTRAINT m_2_bound CHECK (kind IS NULL OR kind IN ('a', 'it''s')) NOT VALID;

-- part 2 of 3: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.m_2: fails when a row lies outside the partition
-- hazard full-scan public.m_2: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.m_2 VALIDATE CONSTRAINT m_2_bound;

-- part 3 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.m ATTACH PARTITION public.m_2 FOR VALUES IN ('a', 'it''s', NULL);

ALTER TABLE public.m_2 DROP CONSTRAINT m_2_bound;
