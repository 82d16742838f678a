package dev.patchbay.model.connector;

import java.util.List;

/** What a connector's check found, step by step. */
public record CheckResult(boolean ok, Guarantee guarantee, List<Step> steps) {
  public CheckResult {
    steps = List.copyOf(steps);
  }

  /** One step of the check, with what to do where it failed. */
  public record Step(String name, boolean ok, String message) {}
}
