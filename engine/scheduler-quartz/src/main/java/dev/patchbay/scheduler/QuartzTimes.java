package dev.patchbay.scheduler;

import java.time.Instant;
import java.util.Date;

/** Times as Quartz wants them. */
final class QuartzTimes {
  private QuartzTimes() {}

  static Date date(Instant at) {
    return Date.from(at);
  }

  static Instant instant(Date date) {
    return date.toInstant();
  }
}
