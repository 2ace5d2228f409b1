insert into people values (1, row('Elm', 3, 'Bath'), 'x');
