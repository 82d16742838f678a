package dev.patchbay.server.bench;

import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.client.JsonApi;
import dev.patchbay.server.wiring.Hub;
import dev.patchbay.server.wiring.HubOptions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code patchbay train}: what a server does in its first minute, on a directory that is thrown
 * away. The build runs it once under {@code -XX:AOTCacheOutput}; the cache lets later starts skip
 * most of loading, linking and warming up.
 */
@Command(
    name = "train",
    description = "Starts, takes events, delivers them to the sandbox, answers and stops.",
    hidden = true,
    mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {
  private static final String TOKEN = "training";
  private static final int EVENTS = 5_000;
  private static final int CALLS_PER_MINUTE = 1_000;
  private static final List<String> QUESTIONS =
      List.of(
          "me",
          "contracts",
          "connector-types",
          "connectors",
          "routes",
          "deliveries",
          "deliveries?state=DEAD&text=row",
          "deliveries/counts",
          "events?limit=5",
          "bulk-retries",
          "users");

  @Override
  public Integer call() {
    try (var workspace = Workspace.create();
        var sandbox = Sandbox.start(SandboxOptions.inMemory().withAcceptedToken(TOKEN));
        var hub = Hub.start(HubOptions.in(workspace.directory()))) {
      var key = hub.firstKey().orElseThrow().text();
      try (var api = new HubClient(hub.api(), key);
          var management = new JsonApi(hub.management(), key)) {
        new SheetRoute(sandbox.uri(), TOKEN, sandbox.serviceAccountKey())
            .create(api, CALLS_PER_MINUTE, List.of(SheetRoute.ROUTE));
        new HttpLoad(hub.api(), key, new KilobyteEvents("training")).times(EVENTS);
        new Backlog(api).awaitEmpty();
        QUESTIONS.forEach(question -> api.get(question).orFail());
        management.get("/health/ready").orFail();
      }
    }
    return 0;
  }
}
