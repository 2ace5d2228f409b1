-- part 1 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.orders DROP CONSTRAINT orders_user_fk;

ALTER TABLE public.orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE SET NULL NOT VALID;

-- part 2 of 2: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.orders.orders_user_fk: fails when a row refers to none of public.users
-- hazard full-scan public.orders: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_user_fk;
