COMMENT ON COLUMN public.t.a IS NULL;

CREATE OR REPLACE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

CREATE VIEW public.v AS
SELECT id
   FROM public.t;

COMMENT ON COLUMN public.t.id IS 'comes';

COMMENT ON FUNCTION public.f(integer) IS 'a function';

COMMENT ON CONSTRAINT t_pkey ON public.t IS 'a key';

COMMENT ON TABLE public.t IS 'it''s new';

COMMENT ON VIEW public.v IS 'a view';
