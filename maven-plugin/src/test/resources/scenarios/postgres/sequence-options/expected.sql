ALTER SEQUENCE public.s INCREMENT BY 5 MAXVALUE 1000 CYCLE;

-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN b integer DEFAULT nextval('public.s'::regclass);

ALTER SEQUENCE public.s OWNED BY public.t.id;
