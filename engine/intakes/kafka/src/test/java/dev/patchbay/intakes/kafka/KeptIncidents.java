package dev.patchbay.intakes.kafka;

import dev.patchbay.spi.intake.Incident;
import dev.patchbay.spi.intake.Incidents;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a hub would keep, once it can. Thread-safe. */
final class KeptIncidents implements Incidents {
  private final Set<Incident> kept = new LinkedHashSet<>();
  private int failures;

  @Override
  public synchronized void report(Incident incident) {
    if (failures > 0) {
      failures--;
      throw new IllegalStateException("cannot be kept now");
    }
    kept.add(incident);
  }

  /** The next ones cannot be kept. */
  synchronized void fail(int times) {
    failures = times;
  }

  synchronized List<Incident> kept() {
    return List.copyOf(kept);
  }

  synchronized List<Incident.Kind> kinds() {
    return kept.stream().map(Incident::kind).toList();
  }
}
