package dev.patchbay.server.command;

import dev.patchbay.cache.redis.CacheAddress;
import dev.patchbay.core.delivery.DeliveryHooks;
import dev.patchbay.core.delivery.DeliveryObserver;
import dev.patchbay.core.delivery.DeliverySettings;
import dev.patchbay.core.delivery.HaltAtStage;
import dev.patchbay.server.http.ListenOptions;
import dev.patchbay.server.http.PublicAddress;
import dev.patchbay.server.http.WebOrigin;
import dev.patchbay.server.wiring.Hub;
import dev.patchbay.server.wiring.HubOptions;
import dev.patchbay.server.wiring.HubOptions.DatabaseSource;
import dev.patchbay.server.wiring.HubOptions.NodeRole;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code patchbay server}: one node, until it is asked to stop. */
@Command(
    name = "server",
    description = "Runs the server; prints 'server ready URL' once it answers.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ServerCommand implements Callable<Integer> {
  /** System property with stages at which a crash test kills the process. */
  static final String HALT = "patchbay.halt";

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to bind.")
  private String host = "127.0.0.1";

  @Option(names = "--port", defaultValue = "8080", description = "Port of the API; 0: any.")
  private int port;

  @Option(
      names = "--management-port",
      defaultValue = "8081",
      description = "Port of health and metrics, on 127.0.0.1; 0: any.")
  private int managementPort;

  @ArgGroup(multiplicity = "1")
  private Where where = new Where();

  @Option(
      names = "--role",
      split = ",",
      defaultValue = "all",
      description = "api, worker, connector or all.")
  private List<String> roles = List.of("all");

  @Option(
      names = "--admin-key-out",
      paramLabel = "FILE",
      description = "Where the first administrator's key goes; told on standard error otherwise.")
  private @Nullable Path adminKeyOut;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Key set that credentials are sealed with; in the data directory if not given.")
  private @Nullable Path keyFile;

  @Option(
      names = "--google-root-url",
      paramLabel = "URL",
      description = "Address of Google's APIs for connectors that name none, say a sandbox.")
  private @Nullable URI googleRootUrl;

  @Option(
      names = "--zone",
      defaultValue = "UTC",
      description = "Time zone in which rows show times.")
  private ZoneId zone = ZoneId.of("UTC");

  @Option(
      names = "--cache-url",
      paramLabel = "URL",
      description =
          "Redis in which nodes share what services answered, redis://:password@host:6379/0;"
              + " PATCHBAY_CACHE_URL says the same where nobody can read it.")
  private @Nullable String cacheUrl;

  @Option(
      names = "--behind-proxy",
      description = "A proxy in front does TLS and adds X-Forwarded-For.")
  private boolean behindProxy;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "Where people reach the hub, for links in mail, as https://hub.example.org.")
  private @Nullable String publicUrl;

  @Option(
      names = "--web-client",
      paramLabel = "ORIGIN",
      split = ",",
      description =
          "Origin whose pages may call the API from a browser, as https://app.example.org; none if"
              + " not given.")
  private List<String> webClients = List.of();

  @Option(
      names = "--until-input-ends",
      hidden = true,
      description = "Stops once standard input ends: with the process that holds its other end.")
  private boolean untilInputEnds;

  @Mixin private TlsArguments tls = new TlsArguments();

  @Override
  public Integer call() {
    var hub = Hub.start(options());
    hub.firstKey().ifPresent(key -> say("first administrator key, shown this once: " + key.text()));
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println("server ready " + hub.api());
    out.flush();
    if (untilInputEnds) {
      InputEnd.stopsThisProcess();
    }
    Shutdown.await(hub);
    return 0;
  }

  private void say(String words) {
    var err = Objects.requireNonNull(spec).commandLine().getErr();
    err.println(words);
    err.flush();
  }

  private HubOptions options() {
    return new HubOptions(
        new ListenOptions(
            host,
            port,
            managementPort,
            tls.source(),
            behindProxy,
            webClients(),
            Optional.ofNullable(publicUrl).map(PublicAddress::of)),
        where.source(),
        keyFile(),
        Optional.ofNullable(adminKeyOut),
        roles(),
        presets(),
        zone,
        Optional.ofNullable(cacheUrl)
            .or(() -> Optional.ofNullable(System.getenv("PATCHBAY_CACHE_URL")))
            .map(CacheAddress::of),
        DeliverySettings.DEFAULTS,
        hooks(),
        ShiftedClock.ofThisProcess());
  }

  private Set<WebOrigin> webClients() {
    return webClients.stream().map(WebOrigin::of).collect(Collectors.toSet());
  }

  private Path keyFile() {
    if (keyFile != null) {
      return keyFile;
    }
    var data = where.data;
    return data == null
        ? Path.of(System.getProperty("user.home"), ".config", "patchbay", "secret.key")
        : data.resolve("secret.key");
  }

  private Set<NodeRole> roles() {
    var chosen = EnumSet.noneOf(NodeRole.class);
    for (var role : roles) {
      switch (role.strip()) {
        case "all" -> chosen.addAll(EnumSet.allOf(NodeRole.class));
        case "api" -> chosen.add(NodeRole.API);
        case "worker" -> chosen.add(NodeRole.WORKER);
        case "connector" -> chosen.add(NodeRole.CONNECTOR);
        default ->
            throw new IllegalArgumentException(
                "--role is api, worker, connector or all, not '" + role + "'");
      }
    }
    return chosen;
  }

  private Map<String, Map<String, String>> presets() {
    return googleRootUrl == null
        ? Map.of()
        : Map.of("google-sheets", Map.of("root-url", googleRootUrl.toString()));
  }

  private static DeliveryHooks hooks() {
    var halt = System.getProperty(HALT);
    return halt == null
        ? DeliveryHooks.NONE
        : new DeliveryHooks(DeliveryObserver.NONE, HaltAtStage.parse(halt));
  }

  /** Where state is: one of two. */
  static final class Where {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        required = true,
        description = "Directory of an embedded PostgreSQL and the key file.")
    private @Nullable Path data;

    @Option(
        names = "--database-url",
        paramLabel = "URL",
        required = true,
        description =
            "JDBC URL of a PostgreSQL 18; user and password come from PATCHBAY_DB_USER and"
                + " PATCHBAY_DB_PASSWORD or the URL.")
    private @Nullable String databaseUrl;

    DatabaseSource source() {
      if (data != null) {
        return new DatabaseSource.Embedded(data);
      }
      if (databaseUrl == null) {
        throw new IllegalArgumentException("--data or --database-url is needed");
      }
      return new DatabaseSource.External(
          databaseUrl,
          Optional.ofNullable(System.getenv("PATCHBAY_DB_USER")),
          Optional.ofNullable(System.getenv("PATCHBAY_DB_PASSWORD")));
    }
  }
}
