package dev.patchbay.server.demo.once;

import java.util.List;

/**
 * What the comparison of the sheet with the file found.
 *
 * @param rows below the header
 * @param doubled keys that stand in the sheet more than once
 * @param lost keys that do not
 * @param wrong cells that hold anything but what the file says, rows and columns that nobody
 *     ordered included
 * @param cells how many were compared
 * @param examples of what is wrong, for a person
 */
record Findings(long rows, long doubled, long lost, long wrong, long cells, List<String> examples) {
  Findings {
    examples = List.copyOf(examples);
  }

  boolean allRight() {
    return doubled == 0 && lost == 0 && wrong == 0;
  }
}
