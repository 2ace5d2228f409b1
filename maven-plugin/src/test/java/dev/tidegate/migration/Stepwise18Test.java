package dev.tidegate.migration;

class Stepwise18Test extends StepwiseContract {
  @Override
  int major() {
    return 18;
  }
}
