def log = new File(basedir, 'build.log').text
['diff', 'deploy', 'status', 'copy', 'help'].each { assert log.contains("tidegate:$it") }
