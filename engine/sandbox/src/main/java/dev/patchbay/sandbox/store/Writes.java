package dev.patchbay.sandbox.store;

import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ApiCall;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Caller;
import dev.patchbay.sandbox.http.Exchange;
import dev.patchbay.sandbox.http.Moment;
import dev.patchbay.sandbox.http.Route;
import dev.patchbay.sandbox.http.Routes;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs methods: reads at once on what is published, writes of one file one after the other, each
 * journaled before it is answered. Safe for any thread.
 */
public final class Writes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Writes.class);

  private final Library library;
  private final Routes routes;
  private final InstantSource clock;
  private final Optional<Journal> journal;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  private Writes(Library library, Routes routes, InstantSource clock, Optional<Path> journalFile) {
    this.library = library;
    this.routes = routes;
    this.clock = clock;
    this.journal = journalFile.map(file -> Journal.open(file, this::replay));
  }

  /** Applies what the journal holds, then takes new writes; without a file, all is in memory. */
  public static Writes open(
      Library library, Routes routes, InstantSource clock, Optional<Path> journalFile) {
    return new Writes(library, routes, clock, journalFile);
  }

  public Library library() {
    return library;
  }

  /** Runs a call that is made inside the sandbox. */
  public Answer run(ApiCall call, Caller caller) {
    Route route = routes.find(call.method(), call.path()).orElseThrow(ApiError::notFound);
    return run(call, route, caller);
  }

  public Answer run(ApiCall call, Route route, Caller caller) {
    long seed = ThreadLocalRandom.current().nextLong();
    Moment moment = new Moment(clock.instant(), seed);
    Exchange exchange = new Exchange(call, route.names(), caller, moment);
    if (!route.operation().kind().writes()) {
      return route.operation().handler().run(exchange);
    }
    List<ReentrantLock> held = lock(exchange);
    long position = 0;
    Answer answer;
    try {
      answer = route.operation().handler().run(exchange);
      if (journal.isPresent()) {
        position = journal.get().append(new AppliedCall(moment.now(), seed, caller, call));
      }
    } finally {
      held.reversed().forEach(ReentrantLock::unlock);
    }
    if (journal.isPresent()) {
      journal.get().force(position);
    }
    return answer;
  }

  /** Locks the files that a call touches, in the order of their ids. */
  private List<ReentrantLock> lock(Exchange exchange) {
    TreeSet<String> ids = new TreeSet<>();
    if (!exchange.names().isEmpty()) {
      ids.add(exchange.name(0));
    }
    if (exchange.call().path().endsWith(":copyTo")) {
      ids.add(exchange.call().json().path("destinationSpreadsheetId").asText(""));
    }
    String upload = exchange.query().text("upload_id");
    if (!upload.isEmpty()) {
      ids.add(upload);
    }
    List<ReentrantLock> taken =
        ids.stream().map(id -> locks.computeIfAbsent(id, _ -> new ReentrantLock())).toList();
    taken.forEach(ReentrantLock::lock);
    return taken;
  }

  private void replay(AppliedCall entry) {
    ApiCall call = entry.call();
    Optional<Route> route = routes.find(call.method(), call.path());
    if (route.isEmpty()) {
      LOG.warn(
          "the journal holds a call that is not known any more: {} {}", call.method(), call.path());
      return;
    }
    Moment moment = new Moment(entry.time(), entry.seed());
    try {
      route
          .get()
          .operation()
          .handler()
          .run(new Exchange(call, route.get().names(), entry.caller(), moment));
    } catch (ApiError e) {
      LOG.warn(
          "the journal holds a call that is refused now: {} {}: {}",
          call.method(),
          call.path(),
          e.text());
    }
  }

  @Override
  public void close() {
    journal.ifPresent(Journal::close);
  }
}
