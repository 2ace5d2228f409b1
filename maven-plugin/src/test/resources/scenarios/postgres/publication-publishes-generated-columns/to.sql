CREATE TABLE areas (id int PRIMARY KEY, w int, h int, area int GENERATED ALWAYS AS (w * h) STORED);
CREATE PUBLICATION sizes FOR TABLE areas WITH (publish_generated_columns = stored);
CREATE PUBLICATION raw FOR TABLE areas;
