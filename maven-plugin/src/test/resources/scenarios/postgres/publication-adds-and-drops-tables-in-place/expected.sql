CREATE TABLE public.fresh (
  id integer NOT NULL,
  CONSTRAINT fresh_pkey PRIMARY KEY (id)
);

-- hazard breaks-readers shop: its subscribers get no more changes of public.old
ALTER PUBLICATION shop DROP TABLE ONLY public.old;

ALTER PUBLICATION shop SET (publish = 'insert', publish_via_partition_root = 'true');

ALTER PUBLICATION shop ADD TABLE ONLY public.fresh, ONLY public.lines;

-- hazard drop-table public.old: deletes the table and all its rows
-- hazard breaks-readers public.old: looks like a rename to fresh, which would keep what it holds; if it is one: -Dtidegate.renames=public.old:fresh
DROP TABLE public.old;
