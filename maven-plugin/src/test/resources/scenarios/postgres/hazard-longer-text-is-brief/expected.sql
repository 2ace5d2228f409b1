-- hazard breaks-readers public.t.b: changes its type from character varying(3) to character varying(30)
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(30);
