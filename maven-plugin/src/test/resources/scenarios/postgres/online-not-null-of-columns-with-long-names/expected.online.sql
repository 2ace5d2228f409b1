-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ADD CONSTRAINT t_a_column_whose_name_is_as_long_as_the_server__79bfd1dd_is_set CHECK (a_column_whose_name_is_as_long_as_the_server_allows_it_to_be_1 IS NOT NULL) NOT VALID;

ALTER TABLE public.t ADD CONSTRAINT t_a_column_whose_name_is_as_long_as_the_server__e0b68067_is_set CHECK (a_column_whose_name_is_as_long_as_the_server_allows_it_to_be_2 IS NOT NULL) NOT VALID;

ALTER TABLE public.t ADD CONSTRAINT t_id_is_set CHECK (id IS NOT NULL) NOT VALID;

-- part 2 of 3: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.t.a_column_whose_name_is_as_long_as_the_server_allows_it_to_be_1: fails when a row is null
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_column_whose_name_is_as_long_as_the_server__79bfd1dd_is_set;

-- hazard may-fail-on-data public.t.a_column_whose_name_is_as_long_as_the_server_allows_it_to_be_2: fails when a row is null
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_column_whose_name_is_as_long_as_the_server__e0b68067_is_set;

-- hazard may-fail-on-data public.t.id: fails when a row is null
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_id_is_set;

-- part 3 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ALTER COLUMN a_column_whose_name_is_as_long_as_the_server_allows_it_to_be_1 SET NOT NULL;

ALTER TABLE public.t DROP CONSTRAINT t_a_column_whose_name_is_as_long_as_the_server__79bfd1dd_is_set;

ALTER TABLE public.t ALTER COLUMN a_column_whose_name_is_as_long_as_the_server_allows_it_to_be_2 SET NOT NULL;

ALTER TABLE public.t DROP CONSTRAINT t_a_column_whose_name_is_as_long_as_the_server__e0b68067_is_set;

ALTER TABLE public.t ALTER COLUMN id SET NOT NULL;

ALTER TABLE public.t DROP CONSTRAINT t_id_is_set;
