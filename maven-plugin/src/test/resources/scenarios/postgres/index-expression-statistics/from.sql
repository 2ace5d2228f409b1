CREATE TABLE people (first text, last text);
CREATE INDEX a ON people (lower(first), upper(last));
CREATE INDEX b ON people (lower(first));
ALTER INDEX a ALTER COLUMN 1 SET STATISTICS 100;
