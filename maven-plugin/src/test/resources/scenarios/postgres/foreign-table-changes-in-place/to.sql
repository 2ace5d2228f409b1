CREATE FOREIGN DATA WRAPPER bare;
CREATE SERVER far FOREIGN DATA WRAPPER bare;

CREATE FOREIGN TABLE films (code varchar(3) OPTIONS (column_name 'KEY', lower 'no') NOT NULL, title text DEFAULT 'x', length bigint, made date OPTIONS (of 'day'))
  SERVER far OPTIONS (b '3', c '4');
ALTER FOREIGN TABLE films ADD CONSTRAINT long CHECK (length > 1);
ALTER FOREIGN TABLE films ALTER COLUMN title SET STATISTICS 50;
CREATE VIEW long_films AS SELECT code FROM films WHERE length > 100;
