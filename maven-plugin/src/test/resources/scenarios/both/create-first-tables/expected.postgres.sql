CREATE TABLE public.orders (
  id integer NOT NULL,
  user_id integer NOT NULL,
  total numeric(10,2) DEFAULT 0,
  CONSTRAINT orders_pkey PRIMARY KEY (id),
  CONSTRAINT orders_total_check CHECK ((total >= (0)::numeric))
);

CREATE TABLE public.users (
  id integer NOT NULL,
  name text NOT NULL,
  email text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

CREATE INDEX orders_user ON public.orders (user_id);

ALTER TABLE public.orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id);
