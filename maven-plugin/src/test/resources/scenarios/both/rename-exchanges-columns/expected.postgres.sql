-- hazard breaks-readers public.t.first: whoever still uses the old name fails; the new one is last
ALTER TABLE public.t RENAME COLUMN first TO tidegate_renaming_1;

-- hazard breaks-readers public.t.last: whoever still uses the old name fails; the new one is first
ALTER TABLE public.t RENAME COLUMN last TO first;

ALTER TABLE public.t RENAME COLUMN tidegate_renaming_1 TO last;
