insert into seen values
  (1, row('bad', 'n', 'p'), null, null, 'good'),
  (2, null, row(null, array[row('bad', 'm', 'q')::mark])::marks, array['good', 'bad']::mood[], 'good');
