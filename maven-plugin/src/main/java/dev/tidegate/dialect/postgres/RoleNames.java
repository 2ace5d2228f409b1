package dev.tidegate.dialect.postgres;

/**
 * The names that roles have in the model, around one object.
 *
 * @param ownerName the owner's name as it is
 * @param me the name of the role that looks, and that would run a script
 */
record RoleNames(String ownerName, String me) {

  /** A role's name as {@link Privileges} has it; the empty name is everybody. */
  String of(String name) {
    if (name.isEmpty()) {
      return Privileges.PUBLIC;
    }
    return name.equals(ownerName) ? Privileges.OWNER : sql(name);
  }

  /** The owner by its own name. */
  String owner() {
    return sql(ownerName);
  }

  private String sql(String name) {
    return name.equals(me) ? Privileges.CURRENT_USER : PostgresIdentifiers.quote(name);
  }
}
