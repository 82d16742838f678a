package dev.patchbay.model.route;

/**
 * Type of a target column. A value that does not fit is an error of that row, never a silent text.
 */
public enum CellType {
  TEXT,
  INTEGER,
  DECIMAL,
  BOOLEAN,
  DATE,
  DATE_TIME,
  MONEY,
  LINK
}
