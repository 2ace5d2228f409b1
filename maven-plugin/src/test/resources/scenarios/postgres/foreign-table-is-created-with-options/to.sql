CREATE FOREIGN DATA WRAPPER bare;
CREATE SERVER far FOREIGN DATA WRAPPER bare;

CREATE FOREIGN TABLE films (
  code char(5) OPTIONS (column_name 'CODE') NOT NULL,
  title text COLLATE "C" DEFAULT 'untitled',
  length int CHECK (length > 0)
) SERVER far OPTIONS (schema_name 'public', table_name 'it''s');
COMMENT ON FOREIGN TABLE films IS 'they lie elsewhere';
COMMENT ON COLUMN films.code IS 'of a foreign column';
CREATE VIEW long_films AS SELECT title FROM films WHERE length > 100;
