package dev.patchbay.spi;

/** Type of a column: decides number formats where the target has them. */
public enum CellKind {
  TEXT,
  INTEGER,
  DECIMAL,
  BOOLEAN,
  DATE,
  DATE_TIME,
  MONEY,
  LINK
}
