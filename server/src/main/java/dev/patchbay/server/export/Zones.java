package dev.patchbay.server.export;

import java.time.ZoneId;
import java.util.Set;

/** Time zones as callers name them: by region, for an offset alone does not know summer. */
public final class Zones {
  /** What a fault says of a name that is none. */
  public static final String MUST_BE = "must be a time zone such as Europe/Berlin or UTC";

  private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

  private Zones() {}

  public static boolean isKnown(String zone) {
    return KNOWN.contains(zone) && !zone.startsWith("SystemV/");
  }
}
