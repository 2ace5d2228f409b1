insert into board values (1,
  '[0:1][1:2]={{"(bad,,p)","(good,b,q)"},{"(bad,\"x, \"\"y\"\"\\\\{}\",q)","(,,r)"}}',
  row('bad', null, 'p'), array[row('bad', '', 'p')::strict_mark, null],
  row(row('bad', null, 'p')::strict_mark, '{{"(bad,,p)"},{"(good,b,q)"}}')::marks);
