import dev.tidegate.ItDatabases

// a PostgreSQL for the time of this build; its URL goes to database.env, where the goals look
ItDatabases.postgres(basedir.toPath())

// the SQLite file that the old application left
ItDatabases.sqlite(basedir.toPath().resolve('old-shop.db'))

// what a developer has just done
def withoutComma = { line -> line - ~/,$/ }
def built = new File(basedir, 'src/main/resources/db/migration/V1__shop.sql').readLines().collect(withoutComma)
println '\nsrc/main/db/schema.sql, with + before what no migration has yet:\n'
new File(basedir, 'src/main/db/schema.sql').eachLine { println((built.contains(withoutComma(it)) ? '  ' : '+ ') + it) }
println ''
