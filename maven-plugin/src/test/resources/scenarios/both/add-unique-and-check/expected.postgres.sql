-- hazard may-fail-on-data public.users.users_email_key: fails when two rows conflict
-- hazard full-scan public.users: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.users: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.users ADD CONSTRAINT users_email_key UNIQUE (email);

-- hazard may-fail-on-data public.users.users_name_check: fails when a row does not satisfy it
-- hazard full-scan public.users: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.users: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.users ADD CONSTRAINT users_name_check CHECK ((length(name) > 0));
