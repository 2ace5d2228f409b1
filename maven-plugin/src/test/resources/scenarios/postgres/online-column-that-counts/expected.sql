CREATE SEQUENCE public.t_n_seq;

-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN n bigint DEFAULT nextval('public.t_n_seq'::regclass) NOT NULL;

ALTER SEQUENCE public.t_n_seq OWNED BY public.t.n;
