insert into seen values
  (1, row('fair', 'n', 'p'), null, null, 'good'),
  (2, null, row(null, array[row('fair', 'm', 'q')::mark])::marks, array['good', 'bad']::mood[], 'good'),
  (3, null, null, array['fair']::mood[], 'good'),
  (4, null, null, null, 'fair'),
  (5, null, null, null, 'good');
