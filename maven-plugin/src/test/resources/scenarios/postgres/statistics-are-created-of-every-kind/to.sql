CREATE TABLE places (town text, postcode text, country text, size bigint);

CREATE SCHEMA stats;
CREATE STATISTICS town_postcode (dependencies, ndistinct) ON town, postcode FROM places;
CREATE STATISTICS stats.all_kinds ON town, country FROM places;
CREATE STATISTICS upper_town ON upper(town), country FROM places;
CREATE STATISTICS one_expression ON (lower(country)) FROM places;
ALTER STATISTICS town_postcode SET STATISTICS 500;
COMMENT ON STATISTICS town_postcode IS 'they go together';
