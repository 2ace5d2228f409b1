DROP INDEX public.users_i;

-- hazard full-scan public.users: reads the whole table under SHARE
-- hazard blocks-writes public.users: writers wait while it holds SHARE
-- hazard may-fail-on-data public.users_i: fails when two rows have the same value
CREATE UNIQUE INDEX users_i ON public.users (name, email);
