-- part 1 of 5: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.events_2022 ADD CONSTRAINT events_2022_bound CHECK (at IS NOT NULL AND at >= '2022-01-01' AND at < '2023-01-01') NOT VALID;

CREATE FOREIGN TABLE public.events_2024 (
  id bigint,
  at date NOT NULL
) SERVER far OPTIONS (t 'e');

ALTER TABLE public.events ATTACH PARTITION public.events_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

ALTER TABLE public.events_2023 ADD CONSTRAINT events_2023_bound CHECK (at IS NOT NULL AND at >= '2023-01-01' AND at < '2024-01-01') NOT VALID;

-- part 2 of 5: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

ALTER TABLE public.events_2022 VALIDATE CONSTRAINT events_2022_bound;

ALTER TABLE public.events_2023 VALIDATE CONSTRAINT events_2023_bound;

-- part 3 of 5: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.events ATTACH PARTITION public.events_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');

ALTER TABLE public.events_2023 DROP CONSTRAINT events_2023_bound;

-- part 4 of 5: detaches a partition, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever
-- when it stopped halfway: run ALTER TABLE … DETACH PARTITION … FINALIZE by hand, put SELECT 1 in the statement's place, and deploy again

-- hazard not-transactional public.events_2022: a failure leaves it half detached, which DETACH PARTITION … FINALIZE completes
ALTER TABLE public.events DETACH PARTITION public.events_2022 CONCURRENTLY;

-- part 5 of 5: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.events_2022 DROP CONSTRAINT events_2022_bound;
