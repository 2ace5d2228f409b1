-- hazard may-fail-on-data public.orders.orders_user_fk: fails when a row refers to none of public.users
-- hazard full-scan public.orders: reads the whole table under SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.orders: writers wait while it holds SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.users: writers wait while it holds SHARE ROW EXCLUSIVE
ALTER TABLE public.orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE;
