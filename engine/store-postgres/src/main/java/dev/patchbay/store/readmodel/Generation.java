package dev.patchbay.store.readmodel;

import dev.patchbay.spi.Target;

/** One filling of the read model of requests; another may grow beside the one that is read. */
record Generation(int number) {
  static final String MODEL = "model";
  static final String NUMBER = "generation";

  private static final String REQUESTS = "requests";

  /** The generation that a target names. */
  static Generation of(Target target) {
    if (!target.require(MODEL).equals(REQUESTS)) {
      throw new IllegalArgumentException(
          "target setting '" + MODEL + "' must be " + REQUESTS + ", the only model there is");
    }
    var number = target.settings().getOrDefault(NUMBER, "");
    if (number.isBlank()) {
      return new Generation(1);
    }
    if (!number.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(
          "target setting '" + NUMBER + "' must be a whole number from 1");
    }
    return new Generation(Integer.parseInt(number));
  }

  /** Which target of its connector it is. */
  String identity() {
    return REQUESTS + "/" + number;
  }
}
