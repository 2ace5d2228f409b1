-- hazard may-fail-on-data public.t.a_column_whose_name_is_as_long_as_the_server_allows_it_to_be_1: fails when a row is null
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a_column_whose_name_is_as_long_as_the_server_allows_it_to_be_1 SET NOT NULL;

-- hazard may-fail-on-data public.t.a_column_whose_name_is_as_long_as_the_server_allows_it_to_be_2: fails when a row is null
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a_column_whose_name_is_as_long_as_the_server_allows_it_to_be_2 SET NOT NULL;

-- hazard may-fail-on-data public.t.id: fails when a row is null
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN id SET NOT NULL;
