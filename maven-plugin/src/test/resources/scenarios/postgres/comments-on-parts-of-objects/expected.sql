COMMENT ON COLUMN public.pair.a IS NULL;

CREATE OR REPLACE VIEW public.v AS
SELECT id,
    a,
    b
   FROM public.t;

COMMENT ON COLUMN public.m.b IS 'kept';

COMMENT ON COLUMN public.pair.b IS 'second';

COMMENT ON COLUMN public.v.a IS 'still shown';

COMMENT ON COLUMN public.v.b IS 'shown too';

COMMENT ON CONSTRAINT positive ON DOMAIN public.d IS 'above zero';

COMMENT ON INDEX public.t_a_excl IS 'of the exclusion';

COMMENT ON INDEX public.t_pk IS 'of the key';
