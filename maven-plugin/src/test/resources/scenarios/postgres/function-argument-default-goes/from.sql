create function area(w int, h int default 1) returns int language sql as 'select w * h';
create view areas as select area(2, 3) as a;
