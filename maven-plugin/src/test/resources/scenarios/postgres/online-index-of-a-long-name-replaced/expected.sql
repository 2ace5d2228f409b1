DROP INDEX public.an_index_whose_name_is_as_long_as_the_server_allows_63_bytes_ab;

-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX an_index_whose_name_is_as_long_as_the_server_allows_63_bytes_ab ON public.t (b);
