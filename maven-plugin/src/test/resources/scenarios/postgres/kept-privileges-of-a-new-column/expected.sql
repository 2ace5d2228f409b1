ALTER TABLE public.t DROP COLUMN b;

-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS ((id + 2)) STORED;

GRANT SELECT (b) ON TABLE public.t TO tg_reader;
