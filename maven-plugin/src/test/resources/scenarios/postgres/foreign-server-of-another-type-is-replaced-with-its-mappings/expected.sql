-- hazard breaks-readers gone.pg_monitor: whoever still uses it fails
DROP USER MAPPING FOR pg_monitor SERVER gone;

DROP USER MAPPING FOR PUBLIC SERVER near;

-- hazard breaks-readers gone: whoever still uses it fails
DROP SERVER gone;

DROP SERVER near;

DROP FOREIGN DATA WRAPPER gone;

CREATE SERVER near TYPE 'b' FOREIGN DATA WRAPPER bare;

CREATE USER MAPPING FOR PUBLIC SERVER near OPTIONS (login 'a');

COMMENT ON SERVER near IS 'kept';
