ALTER TABLE public.logins DROP CONSTRAINT of_account;

DROP INDEX public.accounts_id;

-- hazard may-fail-on-data public.accounts.accounts_key: fails when two rows conflict
-- hazard full-scan public.accounts: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.accounts: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.logins: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.accounts ADD CONSTRAINT accounts_key PRIMARY KEY (id);

-- hazard may-fail-on-data public.accounts_id: fails when two rows have the same value
-- hazard full-scan public.accounts: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.accounts: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE UNIQUE INDEX accounts_id ON public.accounts (id, email);

-- hazard may-fail-on-data public.logins.of_account: fails when a row refers to none of public.accounts
-- hazard full-scan public.logins: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.logins: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.logins ADD CONSTRAINT of_account FOREIGN KEY (account) REFERENCES public.accounts (id);
