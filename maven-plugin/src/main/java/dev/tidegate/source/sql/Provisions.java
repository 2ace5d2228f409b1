package dev.tidegate.source.sql;

import java.sql.Connection;

/** Gives a scratch server what a script takes for granted. */
@FunctionalInterface
public interface Provisions {

  /**
   * Provides it.
   *
   * @param connection that of the script
   * @return whether that was all the statement asked for; otherwise it is run again
   * @throws dev.tidegate.problem.TidegateException TG-1012 or TG-1015 if it is not to be had
   */
  boolean provide(Connection connection, Missing missing);
}
