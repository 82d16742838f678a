package dev.patchbay.documents.jinja.parse;

import dev.patchbay.documents.jinja.tree.PlacedFault;

/** Who hears what is wrong with a template while it is read. */
@FunctionalInterface
public interface Complaints {
  /** Ends the reading at the first fault. */
  Complaints FIRST =
      fault -> {
        throw fault;
      };

  /** Something is wrong. Who goes on reading after it leaves the tag out. */
  void add(PlacedFault fault);

  /**
   * Who hears what is wrong with a part.
   *
   * @param number its place among all parts, from 1; 0 is the file as a whole
   */
  default Complaints ofPart(int number) {
    return this;
  }
}
