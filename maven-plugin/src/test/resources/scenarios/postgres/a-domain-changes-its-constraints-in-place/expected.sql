COMMENT ON CONSTRAINT old ON DOMAIN public.age IS NULL;

-- hazard may-fail-on-data public.age: fails when a row does not satisfy it
ALTER DOMAIN public.age SET DEFAULT 2;

-- hazard full-scan public.people: reads the whole table under SHARE
-- hazard blocks-writes public.people: writers wait while it holds SHARE
ALTER DOMAIN public.age SET NOT NULL;

ALTER DOMAIN public.age DROP CONSTRAINT old;

-- hazard full-scan public.people: reads the whole table under SHARE
-- hazard blocks-writes public.people: writers wait while it holds SHARE
ALTER DOMAIN public.age ADD CONSTRAINT even_age CHECK ((VALUE <> 13));

-- hazard full-scan public.people: reads the whole table under SHARE
-- hazard blocks-writes public.people: writers wait while it holds SHARE
ALTER DOMAIN public.age ADD CONSTRAINT old CHECK ((VALUE < 150));

-- hazard may-fail-on-data public.named: fails when a row does not satisfy it
-- hazard full-scan public.people: reads the whole table under SHARE
-- hazard blocks-writes public.people: writers wait while it holds SHARE
ALTER DOMAIN public.named VALIDATE CONSTRAINT short;

ALTER DOMAIN public.weight ADD CONSTRAINT light CHECK ((VALUE < (500)::numeric)) NOT VALID;

COMMENT ON DOMAIN public.age IS 'in whole years';

COMMENT ON CONSTRAINT even_age ON DOMAIN public.age IS 'superstitious';

COMMENT ON CONSTRAINT old ON DOMAIN public.age IS 'alive';
