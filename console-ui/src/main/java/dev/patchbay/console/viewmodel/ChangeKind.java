package dev.patchbay.console.viewmodel;

/** How something stands in one version of a thing, compared with another version. */
public enum ChangeKind {
  ADDED,
  REMOVED,
  CHANGED
}
