package dev.patchbay.model.dataset;

/** What a field tells of a person. */
public enum PiiClass {
  /** Nothing. */
  NONE,
  /** What somebody is called. */
  NAME,
  /** How somebody is reached: e-mail address, telephone number. */
  CONTACT,
  /** Where somebody lives, or a place that may be it. */
  ADDRESS,
  /** What people wrote, which may hold anything. */
  FREE_TEXT,
  /** What stands for a person elsewhere, such as an account. */
  ID
}
