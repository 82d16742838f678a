package dev.patchbay.server.chaos.check;

/** What has to hold after every fault. */
public enum Invariant {
  /**
   * Within half a minute after the fault ended facts of both brokers get through, by themselves.
   */
  HEALTHY("healthy again in 30 s"),
  /** Every fact that a broker acknowledged is applied at the service or parked with a reason. */
  DELIVERED("delivered or named"),
  /** The service applied every fact once, and nothing that nobody left. */
  ONCE("applied once"),
  /** Every column of every row has the value of the highest version that set it. */
  LAST_STATE("last state by version"),
  /** Facts of one key came in the order of their versions, where their broker keeps one. */
  ORDER("in order"),
  /** What was finished is finished, in the same state. */
  TERMINAL("terminal stays"),
  /** Whatever the service applied, the hub had written its intent before. */
  INTENT("intent before apply"),
  /** What the hub counts is what its tables hold. */
  BOOKS("counters equal rows");

  private final String heading;

  Invariant(String heading) {
    this.heading = heading;
  }

  /** As a table names it. */
  public String heading() {
    return heading;
  }
}
