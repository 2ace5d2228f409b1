DROP VIEW public.above;

DROP VIEW public.named;

CREATE VIEW public.named AS
SELECT id,
    name
   FROM public.people;

CREATE VIEW public.above AS
SELECT id,
    name
   FROM public.named;

COMMENT ON VIEW public.above IS 'kept';
