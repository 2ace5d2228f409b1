-- part 1 of 2: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.an_index_whose_name_is_as_long_as_the_server_allow_80a25848_new;

-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY an_index_whose_name_is_as_long_as_the_server_allow_80a25848_new ON public.t (b);

-- part 2 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

DROP INDEX public.an_index_whose_name_is_as_long_as_the_server_allows_63_bytes_ab;

ALTER INDEX public.an_index_whose_name_is_as_long_as_the_server_allow_80a25848_new RENAME TO an_index_whose_name_is_as_long_as_the_server_allows_63_bytes_ab;
