ALTER TABLE public.b ALTER COLUMN id SET DEFAULT nextval('public.counter'::regclass);

ALTER SEQUENCE public.counter OWNED BY public.b.id;
