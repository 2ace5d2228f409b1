-- hazard may-fail-on-data public.rooms.during: fails when a row is null
-- hazard full-scan public.rooms: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.rooms: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.rooms ALTER COLUMN during SET NOT NULL;

-- hazard may-fail-on-data public.rooms.id: fails when a row is null
-- hazard full-scan public.rooms: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.rooms: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.rooms ALTER COLUMN id SET NOT NULL;

-- hazard may-fail-on-data public.rooms.rooms_pkey: fails when two rows conflict
-- hazard full-scan public.rooms: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.rooms: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.rooms ADD CONSTRAINT rooms_pkey PRIMARY KEY (id, during WITHOUT OVERLAPS);

-- hazard may-fail-on-data public.stays.stays_room_during_fkey: fails when a row refers to none of public.rooms
-- hazard full-scan public.stays: reads the whole table under SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.stays: writers wait while it holds SHARE ROW EXCLUSIVE
ALTER TABLE public.stays ADD CONSTRAINT stays_room_during_fkey FOREIGN KEY (room, PERIOD during) REFERENCES public.rooms (id, PERIOD during);
