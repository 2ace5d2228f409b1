package dev.tidegate.migration;

class Waiting14Test extends WaitingContract {
  @Override
  int major() {
    return 14;
  }
}
