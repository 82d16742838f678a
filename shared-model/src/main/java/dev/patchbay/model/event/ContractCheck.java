package dev.patchbay.model.event;

import java.util.List;

/**
 * What a next version of a contract would change.
 *
 * @param breaks routes that would not compile any more; not empty means that it is only registered
 *     when it is forced
 * @param stricter what producers must mind: events that were taken before and would be quarantined
 */
public record ContractCheck(List<Breakage> breaks, List<String> stricter) {
  public ContractCheck {
    breaks = List.copyOf(breaks);
    stricter = List.copyOf(stricter);
  }

  /**
   * One fault that a route would have.
   *
   * @param field JSON Pointer into the route
   */
  public record Breakage(String route, String field, String message) {}
}
