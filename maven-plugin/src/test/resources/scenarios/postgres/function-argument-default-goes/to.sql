create function area(w int, h int) returns int language sql as 'select w * h';
create view areas as select area(2, 3) as a;
