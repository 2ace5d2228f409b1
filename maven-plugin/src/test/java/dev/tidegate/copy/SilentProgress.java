package dev.tidegate.copy;

/** Hears nothing. */
class SilentProgress implements CopyProgress {
  @Override
  public void begin(int tables, long rows) {}

  @Override
  public void table(String name) {}

  @Override
  public void advance(long rows) {}

  @Override
  public void phase(String what) {}

  @Override
  public void end() {}
}
