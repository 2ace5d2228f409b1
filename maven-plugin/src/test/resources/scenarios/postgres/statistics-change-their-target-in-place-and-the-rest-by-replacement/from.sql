CREATE TABLE places (town text, postcode text, country text, size bigint);

CREATE STATISTICS a ON town, postcode FROM places;
CREATE STATISTICS b (mcv) ON town, country FROM places;
CREATE STATISTICS c ON town, country FROM places;
CREATE STATISTICS gone ON postcode, country FROM places;
ALTER STATISTICS c SET STATISTICS 100;
COMMENT ON STATISTICS b IS 'kept';
