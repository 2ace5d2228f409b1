-- hazard may-fail-on-data public.users_email: fails when two rows have the same value
-- hazard full-scan public.users: reads the whole table under SHARE
-- hazard blocks-writes public.users: writers wait while it holds SHARE
CREATE UNIQUE INDEX users_email ON public.users (lower(email)) WHERE (email IS NOT NULL);

-- hazard full-scan public.users: reads the whole table under SHARE
-- hazard blocks-writes public.users: writers wait while it holds SHARE
CREATE INDEX users_name ON public.users (name DESC);
