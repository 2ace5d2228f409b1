insert into shapes values (1, row(1, 2, 'a, "b"'), array[row(row(1,2,null)::point3, null)::stroke], default), (2, null, '{}', null);
