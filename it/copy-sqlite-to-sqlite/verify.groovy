import dev.tidegate.ItDatabases

assert new File(basedir, 'build.log').text.contains('TG-4001')
def rows = ItDatabases.query(basedir.toPath().resolve('new.db'), 'select count(*), sum(total) from orders')
assert rows == '3|12.6\n'
