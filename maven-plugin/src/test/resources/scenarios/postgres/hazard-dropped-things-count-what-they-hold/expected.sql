-- hazard drop-column public.t.b C: deletes the column and what it holds
ALTER TABLE public.t DROP COLUMN "b C";

-- hazard drop-table old.x: deletes the table and all its rows
DROP TABLE old.x;

-- hazard drop-table old.y: deletes the table and all its rows
DROP TABLE old.y;

-- hazard drop-table public.u: deletes the table and all its rows
DROP TABLE public.u;

-- hazard drop-schema old: deletes the schema
DROP SCHEMA old;
