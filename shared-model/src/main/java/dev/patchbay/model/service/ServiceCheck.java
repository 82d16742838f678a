package dev.patchbay.model.service;

import java.util.List;

/** What the check of a service found, step by step. */
public record ServiceCheck(boolean ok, List<Step> steps) {
  public ServiceCheck {
    steps = List.copyOf(steps);
  }

  /** One step of the check, with what to do where it failed. */
  public record Step(String name, boolean ok, String message) {}
}
