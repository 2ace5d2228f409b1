package dev.tidegate.problem;

/** Words of commands that are shown to be pasted: names and labels come from the database. */
public final class ShellWord {
  private ShellWord() {}

  /** The text as one word of a POSIX shell: as it is where that is safe, else in single quotes. */
  public static String of(String text) {
    return text.matches("[A-Za-z0-9_./:=@%+,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
