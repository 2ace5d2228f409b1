import dev.tidegate.ItDatabases
import org.sqlite.JDBC

// a PostgreSQL for the time of this build; its URL goes to database.env, where the goals look
ItDatabases.postgres(basedir.toPath())

// the SQLite file that the old application left
new JDBC().connect("jdbc:sqlite:$basedir/old-shop.db", new Properties()).withCloseable { connection ->
  connection.createStatement().withCloseable { statement ->
    statement.executeUpdate(new File(basedir, 'old-shop.sql').text)
  }
}

// what a developer has just done
def withoutComma = { line -> line - ~/,$/ }
def built = new File(basedir, 'src/main/resources/db/migration/V1__shop.sql').readLines().collect(withoutComma)
println '\nsrc/main/db/schema.sql, with + before what no migration has yet:\n'
new File(basedir, 'src/main/db/schema.sql').eachLine { println((built.contains(withoutComma(it)) ? '  ' : '+ ') + it) }
println ''
