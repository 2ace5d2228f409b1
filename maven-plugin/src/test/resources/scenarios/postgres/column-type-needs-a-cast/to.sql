create table readings (id int, level int, flag text, at timestamptz);
