-- hazard breaks-readers public.users: whoever still uses the old name fails; the new one is people
ALTER TABLE public.users RENAME TO people;

-- hazard breaks-readers public.people.users_pkey: whoever still uses the old name fails; the new one is people_pkey
ALTER TABLE public.people RENAME CONSTRAINT users_pkey TO people_pkey;
