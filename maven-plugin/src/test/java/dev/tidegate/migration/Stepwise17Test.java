package dev.tidegate.migration;

class Stepwise17Test extends StepwiseContract {
  @Override
  int major() {
    return 17;
  }
}
