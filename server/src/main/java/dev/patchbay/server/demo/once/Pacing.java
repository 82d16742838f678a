package dev.patchbay.server.demo.once;

/** When the next parcel is sent. */
@FunctionalInterface
interface Pacing {
  /** As fast as it goes. */
  Pacing NONE = (parcel, of) -> {};

  /**
   * Returns when it is the parcel's turn.
   *
   * @param parcel counted from 0
   */
  void await(int parcel, int of);
}
