package dev.patchbay.sandbox.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What goes wrong. */
public enum FaultKind {
  /** The call is applied, the connection closed without an answer. */
  DROP_AFTER_APPLY("drop-after-apply"),
  /** The connection is closed at once, the call applied after a delay. */
  LATE_APPLY("late-apply"),
  /** The call waits before it is applied and answered. */
  SLOW("slow"),
  /** The call's token is taken back: 401, until the caller gets another one. */
  EXPIRE_TOKEN("expire-token"),
  /** A person sorts the tab just before the call writes it. */
  SORT("sort"),
  TOO_MANY("429"),
  INTERNAL("500"),
  UNAVAILABLE("503"),
  /** 403: the API was never switched on in the caller's project. */
  DISABLED("service-disabled"),
  /** As before, in the words that callers with an API key get. */
  KEY_DISABLED("api-key-not-enabled");

  private final String word;

  FaultKind(String word) {
    this.word = word;
  }

  /** As it is written in JSON. */
  public String word() {
    return word;
  }

  static Optional<FaultKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(FaultKind::word).toList();
  }
}
