CREATE TABLE places (town text, country text, size numeric);
CREATE STATISTICS retyped ON country, size FROM places;
CREATE STATISTICS of_expression ON town, (size + 1) FROM places;
COMMENT ON STATISTICS of_expression IS 'kept';
