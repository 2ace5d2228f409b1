-- hazard drop-table public.users: deletes the table and all its rows
-- hazard breaks-readers public.users: looks like a rename to people, which would keep what it holds; if it is one: -Dtidegate.renames=public.users:people
DROP TABLE public.users;

CREATE TABLE public.people (
  id integer NOT NULL,
  name text NOT NULL,
  email text,
  CONSTRAINT people_pkey PRIMARY KEY (id)
);
