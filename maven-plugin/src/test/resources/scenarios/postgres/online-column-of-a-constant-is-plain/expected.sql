ALTER TABLE public.t ADD COLUMN c text DEFAULT 'x'::text NOT NULL;

ALTER TABLE public.t ADD COLUMN d timestamp with time zone DEFAULT now();
