package dev.patchbay.model.connector;

/** What connectors of a type take. */
public enum ConnectorKind {
  /** Rows: routes write through it. */
  ROWS,
  /** Whole files: it is no target of a route. */
  FILES,
  /** Messages to people: it is no target of a route. */
  MESSAGES
}
