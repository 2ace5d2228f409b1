CREATE TRUSTED LANGUAGE tl HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;

CREATE LANGUAGE gone HANDLER plpgsql_call_handler;
CREATE FUNCTION one() RETURNS int LANGUAGE tl AS 'BEGIN RETURN 1; END';
