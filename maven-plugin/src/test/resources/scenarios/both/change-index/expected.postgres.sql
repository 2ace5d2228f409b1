DROP INDEX public.users_i;

-- hazard may-fail-on-data public.users_i: fails when two rows have the same value
-- hazard full-scan public.users: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.users: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE UNIQUE INDEX users_i ON public.users (name, email);
