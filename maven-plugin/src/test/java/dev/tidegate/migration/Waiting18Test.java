package dev.tidegate.migration;

class Waiting18Test extends WaitingContract {
  @Override
  int major() {
    return 18;
  }
}
