CREATE FOREIGN DATA WRAPPER bare;
CREATE SERVER far TYPE 'a' FOREIGN DATA WRAPPER bare;
CREATE TYPE mood AS ENUM ('sad', 'glad', 'odd');
CREATE FOREIGN TABLE people (id int, feels mood) SERVER far OPTIONS (t 'p');
CREATE SERVER near FOREIGN DATA WRAPPER bare;
CREATE FOREIGN TABLE pets (id int, feels mood) SERVER near;
