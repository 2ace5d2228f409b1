-- hazard drop-column public.users.name: deletes the column and what it holds
-- hazard breaks-readers public.users.name: looks like a rename to full_name, which would keep what it holds; if it is one: -Dtidegate.renames=public.users.name:full_name
ALTER TABLE public.users DROP COLUMN name;

-- hazard may-fail-on-data public.users.full_name: fails when the table has rows, since they would be null
-- hazard full-scan public.users: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.users: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.users ADD COLUMN full_name text NOT NULL;
