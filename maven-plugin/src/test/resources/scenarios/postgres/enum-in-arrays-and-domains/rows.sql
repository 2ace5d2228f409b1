insert into walls values (1, '{red,blue}', 'red');
