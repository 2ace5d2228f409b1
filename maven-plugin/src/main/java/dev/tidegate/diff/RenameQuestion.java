package dev.tidegate.diff;

/**
 * A drop and an add that look like one object under another name.
 *
 * @param rename what it would be
 * @param why what the two have in common, for a person
 * @param answer what the parameter for renames takes to say yes
 */
public record RenameQuestion(Rename rename, String why, String answer) {

  /** The parameter as it can be pasted into a shell. */
  public String parameter() {
    var parameter = "-Dtidegate.renames=" + answer;
    return parameter.matches("[\\w.:=-]+")
        ? parameter
        : "'" + parameter.replace("'", "'\\''") + "'";
  }
}
