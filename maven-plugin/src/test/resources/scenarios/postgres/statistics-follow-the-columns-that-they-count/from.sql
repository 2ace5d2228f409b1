CREATE TABLE places (town text, postcode text, country text, size bigint);

CREATE STATISTICS dropped_with_column ON town, postcode FROM places;
CREATE STATISTICS retyped ON country, size FROM places;
CREATE STATISTICS of_expression ON town, (size + 1) FROM places;
COMMENT ON STATISTICS of_expression IS 'kept';
