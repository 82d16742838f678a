package dev.patchbay.server.wiring;

import dev.patchbay.server.http.CallerAddress;
import dev.patchbay.server.http.HubServer;
import dev.patchbay.server.http.ManagementHandler;
import dev.patchbay.server.management.HubMetrics;
import dev.patchbay.server.management.Readiness;
import dev.patchbay.server.security.ApiKey;
import dev.patchbay.server.security.TinkSealer;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;

/** A running node: everything composed, started, and closed in order. */
public final class Hub implements AutoCloseable {
  private final Closing closing;
  private final HubServer server;
  private final Optional<ApiKey> firstKey;

  private Hub(Closing closing, HubServer server, Optional<ApiKey> firstKey) {
    this.closing = closing;
    this.server = server;
    this.firstKey = firstKey;
  }

  /**
   * Starts a node and returns when it answers.
   *
   * @throws RuntimeException if something it needs is not there; what was started is closed again
   */
  public static Hub start(HubOptions options) {
    var closing = new Closing();
    try {
      return start(options, options.clock(), closing);
    } catch (RuntimeException failure) {
      closing.close();
      throw failure;
    }
  }

  /** Where the API is served, for example {@code http://127.0.0.1:8080}. */
  public URI api() {
    return server.api();
  }

  /** Where health and metrics are served. */
  public URI management() {
    return server.management();
  }

  /** The first administrator's key, if this start made one and no file took it. */
  public Optional<ApiKey> firstKey() {
    return firstKey;
  }

  @Override
  public void close() {
    closing.close();
  }

  private static Hub start(HubOptions options, InstantSource clock, Closing closing) {
    var metrics = new HubMetrics();
    var storage = Storage.open(options.database(), options.zone(), clock, closing);
    var config = storage.config();
    var sealer = new TinkSealer(options.keyFile());
    new KeyFileCheck(config, sealer).check(options.keyFile());
    var firstKey = new FirstAdmin(config.users(), options.adminKeyOut()).ensure();
    var engine = Engine.start(options, storage, sealer, metrics, clock, closing);
    var intakes = Intakes.start(options, storage, engine, metrics, closing);
    var jobs = Jobs.start(options, storage, engine, closing);
    var api = Api.create(storage, engine, intakes, jobs, clock, closing);
    metrics.show(storage.history()::counts, api.connectors()::all);
    metrics.show(api.intakes()::all);
    metrics.services().show(api.services()::all);
    metrics.results().show(intakes.results()::waiting);
    var address =
        options.listen().behindProxy() ? CallerAddress.OF_PROXY : CallerAddress.OF_CONNECTION;
    var server =
        HubServer.start(
            options.listen(),
            api.handler(engine, metrics, address),
            new ManagementHandler(readiness(storage, engine), metrics));
    closing.add(server);
    closing.add(api.stream()); // before it: its clients stay until they are sent away
    closing.add(storage.database()::hurry);
    closing.add(engine.documents()); // nobody waits for a PDF that takes a minute
    return new Hub(closing, server, firstKey);
  }

  private static Readiness readiness(Storage storage, Engine engine) {
    var checks = new LinkedHashMap<String, Supplier<Optional<String>>>();
    checks.put(
        "database",
        () -> {
          storage.config().source().epoch();
          return Optional.empty();
        });
    checks.put("configuration", () -> engine.configuration().fault());
    return new Readiness(checks);
  }
}
