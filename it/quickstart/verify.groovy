import groovy.json.JsonSlurper

assert new File(basedir, 'src/main/resources/db/migration/V2__reviews.sql').text.contains('CREATE TABLE')
for (goal in ['diff', 'deploy', 'status', 'copy']) {
  assert new JsonSlurper().parse(new File(basedir, "target/tidegate/${goal}.json")).outcome == 'success'
}
