ALTER TABLE public.users ADD COLUMN active integer DEFAULT 1 NOT NULL;
