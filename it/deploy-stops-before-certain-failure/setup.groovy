dev.tidegate.ItDatabases.postgres(basedir.toPath())
dev.tidegate.ItDatabases.execute(basedir.toPath(), '''
  CREATE TABLE users (id bigint PRIMARY KEY, bio text);
  INSERT INTO users VALUES (1, 'x'), (2, NULL), (3, NULL)''')
