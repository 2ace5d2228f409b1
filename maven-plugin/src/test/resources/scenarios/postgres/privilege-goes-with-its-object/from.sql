CREATE TABLE gone (id int, n int);
GRANT SELECT ON gone TO tg_reader;
CREATE TABLE stays (id int, n int);
GRANT SELECT (n) ON stays TO tg_reader;
