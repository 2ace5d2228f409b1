import dev.tidegate.ItDatabases

def project = basedir.toPath()
def log = new File(basedir, 'build.log').text
def left = log.indexOf('TG-2113 another deploy is running')
assert left > 0
assert log.substring(left) =~ /pid \d+, `tidegate deploy`, user \w+, since /
assert !log.substring(0, left).contains('pending migrations applied')
def waited = log.indexOf('waiting up to 60 s for it', left)
assert waited > left
assert log.indexOf('1 of 1 pending migrations applied', waited) > waited
assert ItDatabases.rows(project, 'SELECT * FROM users') == '1\n'
