def log = new File(basedir, 'build.log').text
def refused = log.indexOf('TG-3201')
assert refused > 0
assert log.indexOf('drop-column:users.note') > refused
assert log.indexOf('2 of 2 pending migrations applied') > refused
