ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- hazard breaks-readers public.f(): whoever still uses it fails
DROP FUNCTION public.f();
