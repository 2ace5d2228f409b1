def log = new File(basedir, 'build.log').text
def refused = log.indexOf('TG-2120 the database is not what the migrations up to version 2 build')
assert refused > 0
assert log.indexOf('[-] column public.users.email', refused) > refused
assert log.indexOf('it is exactly version 1: mvn tidegate:deploy -Dtidegate.baseline=1', refused) > refused
def adopted = log.indexOf('adopted at version 1, nothing was run', refused)
assert adopted > refused
// taken at its word, V2 would never have run
assert log.indexOf('1 of 1 pending migrations applied', adopted) > adopted
