CREATE SCHEMA stats;

CREATE TABLE public.places (
  town text,
  postcode text,
  country text,
  size bigint
);

CREATE STATISTICS public.one_expression ON lower(country) FROM public.places;

CREATE STATISTICS public.town_postcode (ndistinct, dependencies) ON town, postcode FROM public.places;

ALTER STATISTICS public.town_postcode SET STATISTICS 500;

CREATE STATISTICS public.upper_town ON country, upper(town) FROM public.places;

CREATE STATISTICS stats.all_kinds ON town, country FROM public.places;

COMMENT ON STATISTICS public.town_postcode IS 'they go together';
