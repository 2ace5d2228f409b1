-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN c text DEFAULT public.tag() NOT NULL;

ALTER TABLE public.t ADD COLUMN d text DEFAULT public.fixed() NOT NULL;
