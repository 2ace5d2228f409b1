dev.tidegate.ItDatabases.sqlite(basedir.toPath().resolve('old.db'))
