package dev.patchbay.server.chaos.check;

import java.sql.SQLException;
import java.util.List;

/** Looks at every scene for one invariant, and remembers what it saw before. */
interface Check {
  Invariant invariant();

  /** What is wrong, in words; empty if it holds. */
  List<String> violations(Scene scene) throws SQLException;
}
