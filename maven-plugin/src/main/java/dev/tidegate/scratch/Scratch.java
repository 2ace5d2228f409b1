package dev.tidegate.scratch;

import dev.tidegate.dialect.Dialect;
import java.util.List;
import java.util.Optional;

/** Databases of our own, in which states are built and plans are proved. */
public interface Scratch extends AutoCloseable {

  /** The dialect of its databases. */
  Dialect dialect();

  /** The server's version as it prints it, for example {@code 17.11}. */
  String version();

  /** A new, empty database. */
  ScratchDatabase create();

  /** A new database with everything that this one holds. No connection to it may be open. */
  ScratchDatabase copyOf(ScratchDatabase original);

  /**
   * The state that an earlier run kept under this key, if it is still there. It can be read and
   * copied, not changed.
   *
   * @param key a content hash of everything the state is a function of
   */
  Optional<Kept> recall(String key);

  /**
   * Keeps the state of this database for later runs, where this kind of scratch can.
   *
   * @param state not to be used any more
   * @param notes lines that go with it
   * @return a database with the state, which can be read and copied
   */
  ScratchDatabase keep(String key, ScratchDatabase state, List<String> notes);

  /** A kept state, with what was noted when it was built. */
  record Kept(ScratchDatabase database, List<String> notes) {
    public Kept {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Makes a role that the SQL names and the server lacks (SQLSTATE 42704, {@code role "x" does not
   * exist}): one that cannot log in and may do nothing. A role that is there is left alone.
   *
   * @throws dev.tidegate.problem.TidegateException where roles are not ours to make
   */
  void provideRole(String name);

  /**
   * Creates an extension in this database for an owner who may not. No connection has to be closed
   * for it.
   *
   * @throws dev.tidegate.problem.TidegateException TG-1015 where the SQL is not trusted and the
   *     extension is not known to be harmless
   */
  void provideExtension(ScratchDatabase database, WantedExtension extension);

  @Override
  void close();
}
