def log = new File(basedir, 'build.log').text
for (goal in ['diff', 'deploy', 'status', 'copy', 'help']) {
  assert log.contains("tidegate:$goal")
}
