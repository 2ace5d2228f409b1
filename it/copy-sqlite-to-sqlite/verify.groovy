import org.sqlite.JDBC

assert new File(basedir, 'build.log').text.contains('TG-4001')
new JDBC().connect("jdbc:sqlite:$basedir/new.db", new Properties()).withCloseable { connection ->
  def rows = connection.createStatement().executeQuery('select count(*), sum(total) from orders')
  assert rows.getInt(1) == 3
  assert rows.getDouble(2) == 12.6d
}
