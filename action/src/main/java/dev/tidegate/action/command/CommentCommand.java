package dev.tidegate.action.command;

/** TO BE BUILT. */
final class CommentCommand implements ActionCommand {
  @Override
  public void run(Step step) {
    throw new UnsupportedOperationException("not built yet");
  }
}
