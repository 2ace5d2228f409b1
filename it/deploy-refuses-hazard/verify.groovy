def log = new File(basedir, 'build.log').text
def refused = log.indexOf('TG-3201')
assert refused > 0
assert log.indexOf('-Dtidegate.allow=drop-column:users.note') > refused
assert log.indexOf('1 of 1 pending migrations applied', refused) > refused
