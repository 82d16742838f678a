package dev.patchbay.model.imports;

/** What a value of {@code attributes} is. */
public enum ImportType {
  TEXT,
  NUMBER,
  /** True or false. */
  BOOLEAN
}
