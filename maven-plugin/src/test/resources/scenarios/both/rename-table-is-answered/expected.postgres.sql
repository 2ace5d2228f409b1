-- hazard breaks-readers public.users: whoever still uses the old name fails; the new one is people
ALTER TABLE public.users RENAME TO people;

ALTER TABLE public.orders DROP CONSTRAINT orders_user_id_fkey;

ALTER TABLE public.people DROP CONSTRAINT users_pkey;

-- hazard full-scan public.people: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.people: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard may-fail-on-data public.people.people_pkey: fails when two rows conflict
ALTER TABLE public.people ADD CONSTRAINT people_pkey PRIMARY KEY (id);

-- hazard full-scan public.orders: reads the whole table under SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.orders: writers wait while it holds SHARE ROW EXCLUSIVE
-- hazard may-fail-on-data public.orders.orders_user_id_fkey: fails when a row refers to none of public.people
ALTER TABLE public.orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.people (id);
