-- hazard privilege citext: needs the right to create the extension, for some a superuser's
CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;

ALTER TABLE public.t ADD COLUMN email public.citext;
