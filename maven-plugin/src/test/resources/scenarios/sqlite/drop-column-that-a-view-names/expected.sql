DROP VIEW v;

-- hazard drop-column t.b: deletes the values of t.b
ALTER TABLE t DROP COLUMN b;

CREATE VIEW v AS
select a from t;
