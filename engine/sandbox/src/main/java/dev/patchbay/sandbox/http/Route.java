package dev.patchbay.sandbox.http;

import java.util.List;

/** A call matched to its operation, with the decoded names from its path. */
public record Route(Operation operation, List<String> names) {

  public Route {
    names = List.copyOf(names);
  }
}
