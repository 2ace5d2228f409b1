COMMENT ON FOREIGN TABLE public.kept IS NULL;

-- hazard breaks-readers public.films: whoever still reads it fails; its rows stay
DROP FOREIGN TABLE public.films;
