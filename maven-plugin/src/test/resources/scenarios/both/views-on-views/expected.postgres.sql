DROP VIEW public.b;

DROP VIEW public.a;

CREATE VIEW public.a AS
SELECT name,
    id,
    email
   FROM public.users;

CREATE VIEW public.b AS
SELECT id
   FROM public.a;
