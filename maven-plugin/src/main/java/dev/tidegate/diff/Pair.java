package dev.tidegate.diff;

import java.util.function.Function;

/** Two of the same, before and after. */
public record Pair<T>(T from, T to) {

  /** A pair of what the function makes of each. */
  public <R> Pair<R> map(Function<? super T, ? extends R> function) {
    return new Pair<>(function.apply(from), function.apply(to));
  }

  /** The way back. */
  public Pair<T> reversed() {
    return new Pair<>(to, from);
  }
}
