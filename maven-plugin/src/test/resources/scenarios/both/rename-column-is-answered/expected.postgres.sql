-- hazard breaks-readers public.users.name: whoever still uses the old name fails; the new one is full_name
ALTER TABLE public.users RENAME COLUMN name TO full_name;
