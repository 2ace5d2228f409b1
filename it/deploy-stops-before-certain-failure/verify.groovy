def log = new File(basedir, 'build.log').text
assert log.contains('TG-2301 V3__bio.sql would fail on the rows that the database holds')
assert log.contains('2 NULLs in public.users.bio, keys: 2, 3')
assert log.contains('nothing was changed')
// the file before it was not applied either
assert log.contains('is at version 1: ') && log.contains('2 pending')
