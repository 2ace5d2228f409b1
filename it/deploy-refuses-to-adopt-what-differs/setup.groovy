import dev.tidegate.ItDatabases

ItDatabases.postgres(basedir.toPath())
// V2 never ran here, whatever somebody remembers
ItDatabases.execute(basedir.toPath(), "CREATE TABLE users (id integer PRIMARY KEY, name text); INSERT INTO users VALUES (1, 'Ada')")
