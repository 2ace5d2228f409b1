-- part 1 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.rooms ADD CONSTRAINT rooms_during_not_null NOT NULL during NOT VALID;

ALTER TABLE public.rooms ADD CONSTRAINT rooms_id_not_null NOT NULL id NOT VALID;

-- part 2 of 4: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.rooms.during: fails when a row is null
-- hazard full-scan public.rooms: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.rooms VALIDATE CONSTRAINT rooms_during_not_null;

-- hazard may-fail-on-data public.rooms.id: fails when a row is null
-- hazard full-scan public.rooms: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.rooms VALIDATE CONSTRAINT rooms_id_not_null;

-- part 3 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

-- hazard may-fail-on-data public.rooms.rooms_pkey: fails when two rows conflict
-- hazard full-scan public.rooms: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.rooms: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.rooms ADD CONSTRAINT rooms_pkey PRIMARY KEY (id, during WITHOUT OVERLAPS);

ALTER TABLE public.stays ADD CONSTRAINT stays_room_during_fkey FOREIGN KEY (room, PERIOD during) REFERENCES public.rooms (id, PERIOD during) NOT VALID;

-- part 4 of 4: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.stays.stays_room_during_fkey: fails when a row refers to none of public.rooms
-- hazard full-scan public.stays: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.stays VALIDATE CONSTRAINT stays_room_during_fkey;
