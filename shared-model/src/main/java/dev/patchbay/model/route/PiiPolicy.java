package dev.patchbay.model.route;

/** What happens to a personal value on its way out. */
public enum PiiPolicy {
  ALLOW,
  MASK,
  HASH,
  DROP
}
