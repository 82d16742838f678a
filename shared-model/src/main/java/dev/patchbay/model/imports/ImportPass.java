package dev.patchbay.model.imports;

/** What is being done with the file. */
public enum ImportPass {
  /** Its rows are checked; nothing is sent yet. */
  CHECKING,
  /** Good rows are sent; what is wrong with the others can be read. */
  SENDING,
  /** All of it is done. */
  FINISHED
}
