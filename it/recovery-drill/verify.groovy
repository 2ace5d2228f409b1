import dev.tidegate.ItCommands
import dev.tidegate.ItDatabases

def project = basedir.toPath()
def log = new File(basedir, 'build.log').text
def backup = (log =~ /backup: (\S+) \(/)[0][1]
def known = log.indexOf('backups of this database:')
assert known > 0
assert log.indexOf(backup, known) > known
def undo = new File(basedir, 'src/main/resources/db/migration').list().findAll { it ==~ /V\d+__undo_tidy\.sql/ }
assert undo.size() == 1
assert log.indexOf('1 of 1 pending migrations applied', known) > known
assert ItDatabases.rows(project, 'SELECT count(*), count(legacy) FROM users') == '3|0\n'
assert ItDatabases.rows(project, 'SELECT count(*) FROM orders') == '0\n'

ItCommands.run(project, (log =~ /restore (mvn tidegate:copy .*)/)[0][1])
assert ItDatabases.rows(project, 'SELECT * FROM users ORDER BY id') == '1|Ada|keep\n2|Bob|null\n3|Cy|me\n'
assert ItDatabases.rows(project, 'SELECT * FROM orders ORDER BY id') == '1|1|9.99\n2|3|1\n'

def last = ItCommands.run(project,
        'mvn tidegate:deploy tidegate:status -Dtidegate.failOnPending -Dtidegate.failOnDrift')
assert last.contains('nothing pending')
assert last.contains('drift: none')
assert last.contains(': 3 applied')
