DROP VIEW public.codes;

-- hazard breaks-readers public.films: reads from elsewhere from now on; its rows stay
DROP FOREIGN TABLE public.films;

CREATE FOREIGN TABLE public.films (
  code integer
) SERVER near OPTIONS (a '1');

CREATE VIEW public.codes AS
SELECT code
   FROM public.films;

COMMENT ON FOREIGN TABLE public.films IS 'kept';

COMMENT ON VIEW public.codes IS 'kept';
