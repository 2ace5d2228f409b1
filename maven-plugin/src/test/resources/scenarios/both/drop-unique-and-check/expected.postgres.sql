ALTER TABLE public.users DROP CONSTRAINT users_name_check;

ALTER TABLE public.users DROP CONSTRAINT users_email_key;
