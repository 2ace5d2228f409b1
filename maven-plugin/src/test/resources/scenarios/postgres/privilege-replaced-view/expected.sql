DROP VIEW public.v;

CREATE VIEW public.v AS
SELECT n
   FROM public.t;

ALTER VIEW public.v OWNER TO tg_reader;

-- hazard privilege PUBLIC on view public.v: changes who may do what
GRANT SELECT, UPDATE ON TABLE public.v TO PUBLIC;
