package dev.patchbay.server.management;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether the server can do its work, with the reasons where it cannot. Thread-safe once built.
 *
 * @param checks by name; each answers what is wrong, empty if nothing is
 */
public record Readiness(Map<String, Supplier<Optional<String>>> checks) {
  public Readiness {
    checks = new LinkedHashMap<>(checks);
  }

  /** Asks every check. */
  public Report report() {
    var parts = new ArrayList<Part>();
    checks.forEach((name, check) -> parts.add(part(name, check)));
    return new Report(parts.stream().allMatch(Part::ok), parts);
  }

  private static Part part(String name, Supplier<Optional<String>> check) {
    try {
      var fault = check.get();
      return new Part(name, fault.isEmpty(), fault.orElse("ok"));
    } catch (RuntimeException failure) {
      return new Part(name, false, "does not answer");
    }
  }

  /** What a check found. */
  public record Report(boolean ready, List<Part> parts) {
    public Report {
      parts = List.copyOf(parts);
    }
  }

  /** One part of the server. */
  public record Part(String name, boolean ok, String reason) {}
}
