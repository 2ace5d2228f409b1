CREATE TABLE people (first text, last text);
CREATE INDEX a ON people (lower(first), upper(last));
CREATE INDEX b ON people (lower(first));
CREATE INDEX c ON people (last, upper(first));
ALTER INDEX a ALTER COLUMN 2 SET STATISTICS 200;
ALTER INDEX b ALTER COLUMN 1 SET STATISTICS 0;
ALTER INDEX c ALTER COLUMN 2 SET STATISTICS 50;
