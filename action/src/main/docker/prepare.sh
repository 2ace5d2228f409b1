#!/bin/sh
# Runs in the Dockerfile, once for each major version of PostgreSQL that the image is to hold: the plugin
# unpacks the server and makes its data folder in /opt/tidegate/scratch, as it does on any machine. The last
# run leaves an archive of the classes that Maven and the plugin load.
set -eu
home=/opt/tidegate
here=$(dirname "$0")
export HOME=/tmp/home TIDEGATE_CACHE=$home/scratch

goals() { # options of Java -- of Maven
  options=
  while [ "$1" != -- ]; do options="$options $1"; shift; done; shift
  # shellcheck disable=SC2086
  "$home/java/bin/java" -XX:+UseSerialGC $options -cp "$(echo $home/maven/boot/plexus-classworlds-*.jar)" \
    "-Dclassworlds.conf=$home/maven/bin/m2.conf" "-Dmaven.home=$home/maven" "-Dmaven.multiModuleProjectDirectory=$here" \
    org.codehaus.plexus.classworlds.launcher.Launcher -B -o -q "-Dmaven.repo.local.tail=$home/repository" \
    "-Dtidegate.schema=$here/project/schema" "-Dtidegate.migrations=$here/project/migrations" "-Dtidegate.reportDirectory=/tmp/reports" \
    "-Dtidegate.checks=$here/project/checks" "$@"
}

cd "$here"
version=$(basename "$(echo $home/repository/dev/tidegate/tidegate-maven-plugin/*/)")
plugin=dev.tidegate:tidegate-maven-plugin:$version
for major in "$@"; do
  goals -- "$plugin:diff" "-Dtidegate.scratchVersion=$major" -Dtidegate.scratchTrust=restricted
done
: > /tmp/app.db
goals "-XX:ArchiveClassesAtExit=$home/maven.jsa -Xlog:cds=off -Xlog:cds+dynamic=off" -- "$plugin:diff" "$plugin:deploy" \
  "-Dtidegate.scratchVersion=$1" "-Dtidegate.url=jdbc:sqlite:/tmp/app.db" -Dtidegate.dialect=postgresql -Dtidegate.dryRun -Dtidegate.scratchTrust=restricted

# The data folder is given as it was made, which is smaller than used once; a run that finds it begins with it.
# Its password is no secret here: each start of the server replaces it.
for pool in "$home"/scratch/postgres/*-restricted; do
  rm -rf "$pool/0"
  mv "$pool/pristine" "$pool/0"
  : > "$pool/0/sound"
done

# What was unpacked need not be there packed too; what only compilers read need not be there at all; and the
# program lies in lib.
rm -rf "$home/repository/io/zonky" "$home/repository/dev/tidegate/tidegate-action" "$home/repository/info" "$home"/scratch/postgres/*/include "$home"/scratch/postgres/*/lib/*.a \
  "$home"/scratch/postgres/*/lib/pkgconfig "$home"/scratch/postgres/*/lib/postgresql/pgxs
