package dev.patchbay.documents.jinja.tree;

import dev.patchbay.documents.jinja.value.Fault;

/** A fault, and the tag that it was met in. It never leaves the library. */
public final class PlacedFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;
  private final transient Place place;

  /** Without a stack: it is an expected end. */
  public PlacedFault(Fault fault, Place place) {
    super(fault.what(), null, false, false);
    this.fault = fault;
    this.place = place;
  }

  /** What is wrong. */
  public Fault fault() {
    return fault;
  }

  /** Where. */
  public Place place() {
    return place;
  }
}
