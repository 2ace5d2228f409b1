import dev.tidegate.ItCommands
import dev.tidegate.ItDatabases

def project = basedir.toPath()
def log = new File(basedir, 'build.log').text
assert ItDatabases.rows(project, "SELECT to_regclass('orders')") == 'null\n'

def backup = (log =~ /backup: (\S+) \(/)[0][1]
assert new File(backup).parentFile == new File(basedir, '.tidegate/backups')
assert new File(backup).length() > 0

def restore = (log =~ /restore (mvn tidegate:copy .*)/)[0][1]
assert !restore.contains('password')
ItCommands.run(project, restore)
assert ItDatabases.rows(project, 'SELECT id, user_id, total FROM orders ORDER BY id') == '1|1|9.99\n2|3|1\n'
// the column is gone, so what it held is beside the table, with its key
assert ItDatabases.rows(project, 'SELECT id, legacy FROM users_restored ORDER BY id') == '1|keep\n2|null\n3|me\n'
