insert into t values (1, 'sad', 'a@x', '{sad,ok}');
