DROP STATISTICS public.b;

DROP STATISTICS public.gone;

ALTER STATISTICS public.a SET STATISTICS 0;

CREATE STATISTICS public.b (ndistinct, mcv) ON town, country FROM public.places;

ALTER STATISTICS public.c SET STATISTICS -1;

COMMENT ON STATISTICS public.b IS 'kept';
