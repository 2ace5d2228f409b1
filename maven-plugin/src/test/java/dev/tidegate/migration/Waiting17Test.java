package dev.tidegate.migration;

class Waiting17Test extends WaitingContract {
  @Override
  int major() {
    return 17;
  }
}
