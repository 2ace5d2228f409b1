-- hazard breaks-readers public.t.b: whoever still uses the old name fails; the new one is c
ALTER TABLE public.t RENAME COLUMN b TO c;

-- hazard breaks-readers public.t.a: whoever still uses the old name fails; the new one is b
ALTER TABLE public.t RENAME COLUMN a TO b;
