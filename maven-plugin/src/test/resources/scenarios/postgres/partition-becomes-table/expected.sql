ALTER TABLE public.readings DETACH PARTITION public.readings_old;

ALTER TABLE public.readings_old DROP CONSTRAINT readings_old_pkey;

ALTER TABLE public.readings_old DROP CONSTRAINT readings_id_check;

DROP INDEX public.readings_old_unit_idx;

ALTER TABLE public.readings_old DROP COLUMN unit;
