insert into t values (1, 'was a', 'was b');
