COMMENT ON COLUMN app.things.mood IS NULL;

COMMENT ON COLUMN app.seen.id IS 'id';

COMMENT ON DOMAIN app.small IS 'few';

COMMENT ON CONSTRAINT tiny ON DOMAIN app.small IS 'nine';

COMMENT ON TYPE app.mood IS 'it''s';

COMMENT ON FUNCTION app.one() IS 'one';

COMMENT ON INDEX app.things_mood IS 'found';

COMMENT ON SCHEMA app IS 'ours';

COMMENT ON CONSTRAINT things_pkey ON app.things IS 'key';

COMMENT ON SEQUENCE app.counter IS 'counts';

COMMENT ON TABLE app.things IS 'after';

COMMENT ON VIEW app.seen IS 'seen';
