import org.sqlite.JDBC

new JDBC().connect("jdbc:sqlite:$basedir/old.db", new Properties()).withCloseable { connection ->
  connection.createStatement().withCloseable { statement ->
    statement.executeUpdate(new File(basedir, 'old.sql').text)
  }
}
