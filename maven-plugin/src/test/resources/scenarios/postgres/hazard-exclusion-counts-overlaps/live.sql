INSERT INTO t VALUES (1, '[1,3)', true), (2, '[2,5)', true), (3, '[2,4)', false), (4, '[7,8)', true);
