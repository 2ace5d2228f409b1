insert into people values (1, 'ann', 'Ann', row('Ann', 'Bo')), (2, 'bob', 'Bob', null);
