-- hazard breaks-readers public.t.total: whoever still uses the old name fails; the new one is amount
ALTER TABLE public.t RENAME COLUMN total TO amount;

ALTER TABLE public.t RENAME CONSTRAINT total TO total_positive;
