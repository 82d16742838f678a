package dev.patchbay.console.client;

import java.util.Locale;

/** What can be done to something that runs. */
public enum Switch {
  PAUSE,
  RESUME,
  CANCEL,
  /** Everything that waits is due now. */
  TRIGGER;

  String path() {
    return name().toLowerCase(Locale.ROOT);
  }
}
