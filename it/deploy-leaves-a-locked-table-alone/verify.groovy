import dev.tidegate.ItDatabases

def project = basedir.toPath()
context.site.close()
context.report.close()
def log = new File(basedir, 'build.log').text
assert log =~ /V2__email\.sql got no lock on users within 0\.2 s \(held by pid \d+, `monthly report`, idle in transaction for .*try 2 of 2/
assert log.contains('this migration was rolled back')
assert ItDatabases.rows(project, 'SELECT * FROM users') == '1\n'
assert ItDatabases.rows(project, 'SELECT version FROM flyway_schema_history') == '1\n'

assert context.reads.get() > 10
// milliseconds: a turn in the queue lasts as long as lockTimeout
assert context.longest.get() < 5_000
