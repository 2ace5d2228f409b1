package dev.tidegate.copy;

import java.sql.SQLException;

/** Reading the source failed, as opposed to writing the target. */
final class SourceFailure extends SQLException {
  private final SQLException failure;

  SourceFailure(SQLException failure) {
    super(failure);
    this.failure = failure;
  }

  SQLException failure() {
    return failure;
  }
}
