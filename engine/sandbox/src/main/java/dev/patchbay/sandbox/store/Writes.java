package dev.patchbay.sandbox.store;

import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ApiCall;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Caller;
import dev.patchbay.sandbox.http.Exchange;
import dev.patchbay.sandbox.http.Moment;
import dev.patchbay.sandbox.http.Route;
import dev.patchbay.sandbox.http.Routes;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;

/** Runs methods: reads at once, writes of one file one after the other. Safe for any thread. */
public final class Writes {

  private final Library library;
  private final Routes routes;
  private final InstantSource clock;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  public Writes(Library library, Routes routes, InstantSource clock) {
    this.library = library;
    this.routes = routes;
    this.clock = clock;
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
    if (!route.operation().kind().writes()) {
      return route.operation().handler().run(exchange(call, route, caller));
    }
    String id = route.names().isEmpty() ? "" : route.names().getFirst();
    ReentrantLock lock = locks.computeIfAbsent(id, _ -> new ReentrantLock());
    lock.lock();
    try {
      return route.operation().handler().run(exchange(call, route, caller));
    } finally {
      lock.unlock();
    }
  }

  private Exchange exchange(ApiCall call, Route route, Caller caller) {
    Moment moment = new Moment(clock.instant(), ThreadLocalRandom.current().nextLong());
    return new Exchange(call, route.names(), caller, moment);
  }
}
