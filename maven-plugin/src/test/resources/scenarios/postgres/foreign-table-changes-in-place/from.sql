CREATE FOREIGN DATA WRAPPER bare;
CREATE SERVER far FOREIGN DATA WRAPPER bare;

CREATE FOREIGN TABLE films (code char(5) OPTIONS (column_name 'CODE', upper 'yes'), title text, length int, gone date)
  SERVER far OPTIONS (a '1', b '2');
COMMENT ON FOREIGN TABLE films IS 'before';
CREATE VIEW long_films AS SELECT code FROM films WHERE length > 100;
