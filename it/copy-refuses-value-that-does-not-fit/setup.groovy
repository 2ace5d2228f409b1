import dev.tidegate.ItDatabases

ItDatabases.sqlite(basedir.toPath().resolve('old.db'))
ItDatabases.postgres(basedir.toPath())
