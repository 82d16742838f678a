package dev.patchbay.core.intake;

import dev.patchbay.model.intake.IncidentView;
import dev.patchbay.spi.intake.Incident;
import java.util.List;

/** Gaps that intakes reported, kept until a person has seen them. Thread-safe. */
public interface IncidentLog {
  /** Keeps it, once. */
  void report(String intake, Incident incident);

  /** Those nobody has seen yet, of all intakes, oldest first. */
  List<IncidentView> open();

  /** Notes who has seen it; false if there is no such open incident of that intake. */
  boolean seen(String intake, long id, String who);
}
