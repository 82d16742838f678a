package dev.patchbay.services.standin.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What goes wrong. */
public enum FaultKind {
  INTERNAL("500"),
  UNAVAILABLE("503"),
  TOO_MANY("429"),
  /** The call waits before it is applied and answered. */
  SLOW("slow"),
  /** The call is applied, the connection closed without an answer. */
  DROP_AFTER_APPLY("drop-after-apply"),
  /** The call's token is taken back: 401, until the caller gets another one. */
  EXPIRE_TOKEN("expire-token");

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
