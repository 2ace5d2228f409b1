DROP CONVERSION public.changes;

DROP CONVERSION public.goes;

CREATE DEFAULT CONVERSION public.changes FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

CREATE CONVERSION public.comes FOR 'LATIN2' TO 'UTF8' FROM iso8859_to_utf8;

COMMENT ON CONVERSION public.changes IS 'for old files';

COMMENT ON CONVERSION public.comes IS 'for newer ones';
