DROP INDEX public.users_email;

-- hazard drop-column public.users.email: deletes the column and what it holds
ALTER TABLE public.users DROP COLUMN email;
