package dev.tidegate.scratch;

import dev.tidegate.dialect.Token;
import dev.tidegate.dialect.Tokenizer;
import dev.tidegate.jdbc.Product;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses statements that reach beyond a SQLite database and that no limit of SQLite stops. They
 * are known by their words, since the driver has no authorizer.
 */
final class SqliteGuard implements InvocationHandler {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  /** Commands of the driver, which read and write any file: {@code org.sqlite.ExtendedCommand}. */
  private static final List<String> COMMANDS = List.of("backup", "restore");

  /**
   * The first two hold for all connections of the process, the third lets a database be made that
   * SQLite itself cannot read: https://sqlite.org/pragma.html
   */
  private static final Set<String> PRAGMAS =
      Set.of("temp_store_directory", "data_store_directory", "writable_schema");

  private final Object guarded;

  private SqliteGuard(Object guarded) {
    this.guarded = guarded;
  }

  /** The connection, on which such statements fail as those do that a role has no right to. */
  static Connection around(Connection connection) {
    return proxy(Connection.class, connection);
  }

  /** What a statement does that is refused; empty for all others. */
  static Optional<String> refusal(String sql) {
    var tokens = Tokenizer.tokens(Product.SQLITE, sql);
    if (tokens.isEmpty()) {
      return Optional.empty();
    }
    var first = tokens.get(0).text().toLowerCase(Locale.ROOT);
    if (COMMANDS.stream().anyMatch(first::startsWith)) {
      return Optional.of(first + " reads or writes a file");
    }
    return tokens.stream().noneMatch(token -> token.is("PRAGMA"))
        ? Optional.empty()
        : tokens.stream()
            .map(Token::value)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(PRAGMAS::contains)
            .findFirst()
            .map(name -> "pragma " + name + " reaches beyond the database");
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
      var refusal = takesSql(method) ? refusal(sql) : Optional.<String>empty();
      if (refusal.isPresent()) {
        throw new SQLException(
            "refused in a restricted scratch database: " + refusal.get(), INSUFFICIENT_PRIVILEGE);
      }
    }
    try {
      var result = method.invoke(guarded, arguments);
      return method.getName().equals("createStatement")
          ? proxy(Statement.class, (Statement) result)
          : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static boolean takesSql(Method method) {
    var name = method.getName();
    return name.startsWith("execute") || name.startsWith("prepare") || name.equals("addBatch");
  }

  private static <T> T proxy(Class<T> type, T guarded) {
    return type.cast(
        Proxy.newProxyInstance(
            SqliteGuard.class.getClassLoader(), new Class<?>[] {type}, new SqliteGuard(guarded)));
  }
}
