package dev.patchbay.core.job;

/** Another node has the run: nothing that is written here counts. */
public final class LostRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LostRunException(String run) {
    super("run " + run + " is worked by another node");
  }
}
