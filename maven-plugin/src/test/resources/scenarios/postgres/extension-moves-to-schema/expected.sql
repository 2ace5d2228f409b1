ALTER EXTENSION citext SET SCHEMA ext;

-- hazard narrow-type public.users.mail: may cut or round what it holds, from public.citext to ext.citext
-- hazard may-fail-on-data public.users.mail: fails when a value cannot be converted from public.citext to ext.citext
-- hazard breaks-readers public.users.mail: changes its type from public.citext to ext.citext
ALTER TABLE public.users ALTER COLUMN mail TYPE ext.citext USING mail::text::ext.citext;
