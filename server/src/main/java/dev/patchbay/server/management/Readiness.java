package dev.patchbay.server.management;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Whether the server can do its work, with the reasons where it cannot. Thread-safe once built.
 *
 * @param checks by name; each answers what is wrong, empty if nothing is
 */
public record Readiness(Map<String, Supplier<Optional<String>>> checks) {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Optional<String> SILENT = Optional.of("does not answer");

  public Readiness {
    checks = new LinkedHashMap<>(checks);
  }

  /** Asks every check, each for a second at most. */
  public Report report() {
    var parts = new ArrayList<Part>();
    checks.forEach((name, check) -> parts.add(part(name, check)));
    return new Report(parts.stream().allMatch(Part::ok), parts);
  }

  /** Who asks has little patience, and a lost database takes long to be given up. */
  private static Part part(String name, Supplier<Optional<String>> check) {
    var answer = new CompletableFuture<Optional<String>>();
    Thread.ofVirtual().name("ready-" + name).start(() -> ask(check, answer));
    return answer
        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .handle((fault, failure) -> part(name, failure == null ? fault : SILENT))
        .join();
  }

  private static Part part(String name, Optional<String> fault) {
    return new Part(name, fault.isEmpty(), fault.orElse("ok"));
  }

  private static void ask(
      Supplier<Optional<String>> check, CompletableFuture<Optional<String>> answer) {
    try {
      answer.complete(check.get());
    } catch (RuntimeException failure) {
      answer.completeExceptionally(failure);
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
