-- hazard breaks-readers public.area(integer, integer): whoever still uses the old name fails; the new one is surface
ALTER FUNCTION public.area(integer, integer) RENAME TO surface;

-- hazard breaks-readers public.fill(): whoever still uses the old name fails; the new one is seed
ALTER PROCEDURE public.fill() RENAME TO seed;

-- hazard breaks-readers public.big: whoever still uses the old name fails; the new one is large
ALTER VIEW public.big RENAME TO large;

-- hazard breaks-readers public.sums: whoever still uses the old name fails; the new one is totals
ALTER MATERIALIZED VIEW public.sums RENAME TO totals;
