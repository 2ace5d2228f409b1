def log = new File(basedir, 'build.log').text
assert log.contains('CREATE TABLE public.users')
assert log.contains('proved on PostgreSQL')
