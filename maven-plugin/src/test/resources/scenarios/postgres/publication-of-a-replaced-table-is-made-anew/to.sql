CREATE TABLE events (id bigint, at date) PARTITION BY LIST (at);
CREATE PUBLICATION feed FOR TABLE events WITH (publish = 'insert');
COMMENT ON PUBLICATION feed IS 'kept';
