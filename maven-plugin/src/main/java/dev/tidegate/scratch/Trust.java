package dev.tidegate.scratch;

import java.util.Locale;

/** Who the SQL of a state runs as. */
enum Trust {
  /** As superuser. Dumps name {@code postgres} as the owner, so it is called that. */
  TRUSTED("postgres"),

  /** As a plain role; {@code postgres} can then be provided as one more plain role. */
  RESTRICTED("tidegate");

  private final String superuser;

  Trust(String superuser) {
    this.superuser = superuser;
  }

  static Trust of(ScratchSettings settings) {
    return settings.restricted() ? RESTRICTED : TRUSTED;
  }

  String superuser() {
    return superuser;
  }

  /** The role that owns the scratch databases. */
  String owner() {
    return this == TRUSTED ? superuser : "tidegate_restricted";
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
