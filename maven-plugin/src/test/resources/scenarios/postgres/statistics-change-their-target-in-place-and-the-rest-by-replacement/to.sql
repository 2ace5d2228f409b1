CREATE TABLE places (town text, postcode text, country text, size bigint);

CREATE STATISTICS a ON town, postcode FROM places;
CREATE STATISTICS b (mcv, ndistinct) ON town, country FROM places;
CREATE STATISTICS c ON town, country FROM places;
ALTER STATISTICS a SET STATISTICS 0;
COMMENT ON STATISTICS b IS 'kept';
