package dev.patchbay.spi;

import java.util.List;

/**
 * What a check found, step by step.
 *
 * @param guarantee what holds after it
 */
public record CheckReport(Guarantee guarantee, List<Step> steps) {
  public CheckReport {
    steps = List.copyOf(steps);
  }

  /** Whether every step went well. */
  public boolean ok() {
    return steps.stream().allMatch(Step::ok);
  }

  /** One step; its message says what to do where it failed. */
  public record Step(String name, boolean ok, String message) {}
}
