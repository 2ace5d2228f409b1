insert into people values
  (1, row('Elm', 3, 'Bath'), array[row('Oak', 4, 'York')::address, null],
   row(row('Elm', 3, 'Bath')::address, array[row('Oak', 4, 'York')::address])::homes,
   array[row(row('Elm', 3, 'Bath')::address, null)::homes]),
  (2, null, '{}', null, null),
  (3, row(null, null, null), null, row(null, '{}')::homes, '{}');
