package dev.patchbay.model.access;

/**
 * What a caller may do. Each role includes those below it: ADMIN, SUPPORT, VIEWER; SERVICE may only
 * post events.
 */
public enum Role {
  /** May change connectors, routes and users. */
  ADMIN,
  /** May retry, cancel, pause, resume and import. */
  SUPPORT,
  /** May read. */
  VIEWER,
  /** A core service: may post events and nothing else. */
  SERVICE
}
