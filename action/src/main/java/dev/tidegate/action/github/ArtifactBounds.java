package dev.tidegate.action.github;

/**
 * How much of an artifact may be read. Whoever opens a pull request decides what is in it.
 *
 * @param zip bytes of the zip file
 * @param entries files in it
 * @param content bytes of all files, unpacked
 */
public record ArtifactBounds(int zip, int entries, int content) {

  /** A report of 16 MB, packed or not. */
  public static ArtifactBounds usual() {
    return new ArtifactBounds(16 << 20, 50, 16 << 20);
  }
}
