-- hazard breaks-readers gone: whoever still uses it fails
DROP LANGUAGE gone;

CREATE OR REPLACE LANGUAGE tl HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler;
