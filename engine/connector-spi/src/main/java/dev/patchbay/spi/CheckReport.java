package dev.patchbay.spi;

import java.util.List;
import java.util.Map;

/**
 * What a check found, step by step.
 *
 * @param guarantee what holds after it
 * @param titles of targets that were found, for a person, as {@link Description.Found#title}
 */
public record CheckReport(Guarantee guarantee, List<Step> steps, Map<Target, String> titles) {
  public CheckReport {
    steps = List.copyOf(steps);
    titles = Map.copyOf(titles);
  }

  /** Of a check that learned no titles. */
  public CheckReport(Guarantee guarantee, List<Step> steps) {
    this(guarantee, steps, Map.of());
  }

  /** Whether every step went well. */
  public boolean ok() {
    return steps.stream().allMatch(Step::ok);
  }

  /** One step; its message says what to do where it failed. */
  public record Step(String name, boolean ok, String message) {}
}
