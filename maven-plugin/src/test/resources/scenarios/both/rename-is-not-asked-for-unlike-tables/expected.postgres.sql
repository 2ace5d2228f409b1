-- hazard drop-table public.users: deletes the table and all its rows
DROP TABLE public.users;

CREATE TABLE public.invoices (
  number text NOT NULL,
  total numeric,
  paid_at text,
  CONSTRAINT invoices_pkey PRIMARY KEY (number)
);
