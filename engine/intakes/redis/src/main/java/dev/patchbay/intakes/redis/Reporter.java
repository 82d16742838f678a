package dev.patchbay.intakes.redis;

import dev.patchbay.spi.intake.Incident;
import dev.patchbay.spi.intake.Incidents;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports gaps, as often as it takes: nothing may go on over a gap that nobody keeps. */
final class Reporter {
  private static final Logger log = LoggerFactory.getLogger(Reporter.class);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
  private final Incidents incidents;
  private final String stream;
  private final Vitals vitals;
  private final Stop stop;

  Reporter(Incidents incidents, String stream, Vitals vitals, Stop stop) {
    this.incidents = incidents;
    this.stream = stream;
    this.vitals = vitals;
    this.stop = stop;
  }

  /**
   * Returns once it is kept.
   *
   * @throws InterruptedException if the intake closes first
   */
  void report(Incident.Kind kind, String detail) throws InterruptedException {
    var incident = new Incident(kind, stream, detail);
    log.warn("stream {}: {}: {}", stream, kind, detail);
    while (!isKept(incident)) {
      vitals.heldBack("Records may be missing, and the hub cannot keep a note of it now.");
      stop.pause(BETWEEN_TRIES);
    }
  }

  /** The port says that it throws what it likes where it cannot. */
  private boolean isKept(Incident incident) {
    try {
      incidents.report(incident);
      return true;
    } catch (RuntimeException e) {
      log.warn("stream {}: the incident could not be kept; trying again", stream, e);
      return false;
    }
  }
}
