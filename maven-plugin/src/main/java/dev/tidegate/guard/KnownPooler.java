package dev.tidegate.guard;

import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.jdbc.Product;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Poolers that show in a URL. What they do is asked of them, unless their name settles it. */
enum KnownPooler {
  /** https://neon.com/docs/connect/connection-pooling: always by transaction. */
  NEON("Neon's host name", Optional.of(Pooler.Mode.TRANSACTION)) {
    @Override
    boolean matches(DatabaseUrl url) {
      return host(url).contains("-pooler.");
    }

    @Override
    Optional<String> direct(DatabaseUrl url) {
      return Optional.of(at(url.host().replace("-pooler.", "."), url.port(), url.database()));
    }
  },
  /** https://supabase.com/docs/guides/database/connecting-to-postgres: 6543 by transaction. */
  SUPABASE_TRANSACTIONS("Supabase's port 6543", Optional.of(Pooler.Mode.TRANSACTION)) {
    @Override
    boolean matches(DatabaseUrl url) {
      return url.port() == 6543 && isSupabase(url);
    }

    @Override
    Optional<String> direct(DatabaseUrl url) {
      return Optional.of(at(url.host(), 5432, url.database()));
    }
  },
  /** The same host, a connection of one's own. */
  SUPABASE_SESSIONS("Supabase's host name", Optional.of(Pooler.Mode.SESSION)) {
    @Override
    boolean matches(DatabaseUrl url) {
      return host(url).endsWith(".pooler.supabase.com");
    }
  },
  /** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html: by transaction. */
  RDS_PROXY("the host name of an RDS Proxy", Optional.of(Pooler.Mode.TRANSACTION)) {
    @Override
    boolean matches(DatabaseUrl url) {
      return host(url).contains(".proxy-") && host(url).contains(".rds.amazonaws.com");
    }
  },
  /** https://docs.digitalocean.com/products/databases/postgresql/how-to/manage-connection-pools. */
  DIGITALOCEAN("DigitalOcean's port 25061", Optional.empty()) {
    @Override
    boolean matches(DatabaseUrl url) {
      return url.port() == 25061;
    }

    @Override
    Optional<String> direct(DatabaseUrl url) {
      return Optional.of(at(url.host(), 25060, "DATABASE"));
    }
  },
  /** https://www.pgbouncer.org/config.html. */
  PGBOUNCER("PgBouncer's port 6432", Optional.empty()) {
    @Override
    boolean matches(DatabaseUrl url) {
      return url.port() == 6432;
    }
  },
  PORT_6543("port 6543", Optional.empty()) {
    @Override
    boolean matches(DatabaseUrl url) {
      return url.port() == 6543;
    }

    @Override
    Optional<String> direct(DatabaseUrl url) {
      return Optional.of(at(url.host(), 5432, url.database()));
    }
  },
  FLAG("pgbouncer=true in the URL", Optional.empty()) {
    @Override
    boolean matches(DatabaseUrl url) {
      return "true".equalsIgnoreCase(url.parameters().get("pgbouncer"));
    }
  };

  private final String tell;
  private final Optional<Pooler.Mode> mode;

  KnownPooler(String tell, Optional<Pooler.Mode> mode) {
    this.tell = tell;
    this.mode = mode;
  }

  abstract boolean matches(DatabaseUrl url);

  /** The URL to try instead, without user and parameters, where it follows from this one. */
  Optional<String> direct(DatabaseUrl url) {
    return Optional.empty();
  }

  /** What shows it. */
  String tell() {
    return tell;
  }

  /** How long a client keeps a connection, where that is the same for all of its kind. */
  Optional<Pooler.Mode> mode() {
    return mode;
  }

  /** The first that the URL shows. */
  static Optional<KnownPooler> of(DatabaseUrl url) {
    return url.product() != Product.POSTGRESQL
        ? Optional.empty()
        : Arrays.stream(values()).filter(known -> known.matches(url)).findFirst();
  }

  /** A URL as a person would paste it. */
  static String at(String host, int port, String database) {
    var bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    return "jdbc:postgresql://" + bracketed + ":" + port + "/" + database;
  }

  private static String host(DatabaseUrl url) {
    return url.host().toLowerCase(Locale.ROOT);
  }

  private static boolean isSupabase(DatabaseUrl url) {
    return host(url).endsWith(".pooler.supabase.com") || host(url).endsWith(".supabase.co");
  }
}
