ALTER TABLE public.orders DROP CONSTRAINT orders_user_fk;

-- hazard may-fail-on-data public.orders.orders_user_fk: fails when a row refers to none of public.users
-- hazard full-scan public.orders: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.orders: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.users: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE SET NULL;
