def log = new File(basedir, 'build.log').text
def status = log.indexOf('as it_reader')
assert status > 0
assert log.indexOf('environment  staging', status) > status
assert log.indexOf('is at version 1: 1 applied, 1 pending', status) > status
assert log.indexOf('drift: none', status) > status
assert log =~ /rows:\s+\[INFO\]\s+2  public.users|rows:\n.*2  public.users/
assert log.indexOf('next: mvn tidegate:deploy -Dtidegate.environment=staging', status) > status

def report = new File(basedir, 'target/tidegate/status.json').text
assert report.contains('"outcome": "success"')
assert !log.contains('Aq7-secret')
