insert into t values (1, 'sad', '{sad,ok}', '{happy}'), (2, 'ok', null, null);
