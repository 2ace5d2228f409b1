-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ADD CONSTRAINT t_during_not_null NOT NULL during NOT VALID;

ALTER TABLE public.t ADD CONSTRAINT t_room_not_null NOT NULL room NOT VALID;

-- part 2 of 3: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.t.during: fails when a row is null
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_during_not_null;

-- hazard may-fail-on-data public.t.room: fails when a row is null
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_room_not_null;

-- part 3 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

-- hazard may-fail-on-data public.t.t_key: fails when two rows conflict
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_key UNIQUE (room, during WITHOUT OVERLAPS);
