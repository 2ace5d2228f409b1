COMMENT ON COLUMN public.address.number IS NULL;

-- hazard drop-column public.address.number: deletes the attribute and what it holds
ALTER TYPE public.address DROP ATTRIBUTE number;

ALTER TYPE public.address ADD ATTRIBUTE zip integer;

COMMENT ON COLUMN public.address.zip IS 'of the town';
