DROP PUBLICATION feed;

DROP TABLE public.events;

CREATE TABLE public.events (
  id bigint,
  at date
) PARTITION BY LIST (at);

CREATE PUBLICATION feed FOR TABLE ONLY public.events WITH (publish = 'insert');

COMMENT ON PUBLICATION feed IS 'kept';
