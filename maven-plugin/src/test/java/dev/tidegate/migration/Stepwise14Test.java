package dev.tidegate.migration;

class Stepwise14Test extends StepwiseContract {
  @Override
  int major() {
    return 14;
  }
}
