package dev.patchbay.core.age;

import dev.patchbay.model.job.AgeCheck;
import java.time.Instant;
import java.util.List;

/** Secrets that should be exchanged; never what they are. Thread-safe. */
public interface OldSecrets {
  /** Those that a check calls old, the oldest first. */
  List<OldSecret> of(AgeCheck check);

  /**
   * One of them.
   *
   * @param owner name of the connector, intake, service or user
   * @param name of the secret; of a key its id, which is no secret
   * @param since when it was entered, made or used
   */
  record OldSecret(Kind kind, String owner, String name, Instant since) {}

  /** What it is. */
  enum Kind {
    CONNECTOR_SECRET,
    INTAKE_SECRET,
    SERVICE_SECRET,
    /** A key that is old. */
    API_KEY,
    /** A key that nobody uses. */
    UNUSED_KEY
  }
}
