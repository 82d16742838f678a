package dev.patchbay.model.route;

/** Whether a route takes part. */
public enum RouteState {
  ACTIVE,
  /** Events still match and wait; nothing is sent. */
  PAUSED,
  /** Events are matched, mapped and counted, nothing is sent. */
  SHADOW
}
