def log = new File(basedir, 'build.log').text
['diff', 'deploy', 'status', 'copy'].each { assert log.contains("$it: skipped") }
assert !new File(basedir, 'app.db').exists()
