insert into orders (id, status, past, next, last, path) values
  (1, 'open', '{new,open}', 'new', row('2020-01-01', 'done'), row('a', array[row('2020-01-01', 'new')::step])),
  (2, 'done', '{}', null, null, null);
insert into lines values (1, 'open');
