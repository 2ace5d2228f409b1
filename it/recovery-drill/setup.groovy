dev.tidegate.ItDatabases.postgres(basedir.toPath())
