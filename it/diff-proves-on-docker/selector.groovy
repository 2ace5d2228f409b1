// Skipped, visibly, where no Docker engine answers.
try {
  return ['docker', 'version'].execute().waitFor() == 0
} catch (IOException e) {
  return false
}
