DROP PUBLICATION feed;

-- hazard drop-table public.events: deletes the table and all its rows
DROP TABLE public.events;

CREATE TABLE public.events (
  id bigint,
  at date
) PARTITION BY LIST (at);

CREATE PUBLICATION feed FOR TABLE ONLY public.events WITH (publish = 'insert');

COMMENT ON PUBLICATION feed IS 'kept';
