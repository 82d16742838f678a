package dev.patchbay.connectors.graph;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.testkit.NetworkSide;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A drive of the stand-in, looked at from within. Files are below a folder {@code Reports/hub}. */
final class GraphSide implements NetworkSide {
  private static final String FOLDER = "Reports/hub";

  private final StandIn server = new StandIn();

  GraphSide() {
    server.drive().makeFolder("Reports");
    server.drive().makeFolder(FOLDER);
  }

  StandIn server() {
    return server;
  }

  @Override
  public FileStore connect() {
    return store(Map.of());
  }

  @Override
  public FileStore through(int port) {
    return store(addresses(port));
  }

  @Override
  public Optional<FileStore> stranger() {
    return Optional.of(store(Map.of(), _ -> Optional.of("wrong")));
  }

  @Override
  public FileStore misplaced() {
    return store(Map.of("folder", "Reports/missing"));
  }

  /** One whose settings differ in these. */
  FileStore store(Map<String, String> changes) {
    return store(
        changes, name -> Optional.of(StandIn.SECRET).filter(_ -> name.equals("client-secret")));
  }

  FileStore store(Map<String, String> changes, Secrets secrets) {
    var settings = new HashMap<>(addresses(port()));
    settings.put("tenant", StandIn.TENANT);
    settings.put("client-id", StandIn.CLIENT);
    settings.put("drive", StandIn.DRIVE);
    settings.put("folder", FOLDER);
    settings.putAll(changes);
    return new GraphType()
        .open(
            new ConnectorContext(
                "files",
                settings,
                secrets,
                InstantSource.system(),
                _ -> Duration.ZERO,
                (_, _, _) -> {}));
  }

  private static Map<String, String> addresses(int port) {
    var root = "http://127.0.0.1:" + port;
    return Map.of("graph-url", root + "/v1.0/", "login-url", root);
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public int large() {
    return Uploads.PART + 1;
  }

  @Override
  public String placesSmall() {
    return "PUT /v1.0/drives/";
  }

  @Override
  public String placesLarge() {
    return "bytes " + Uploads.PART + "-";
  }

  @Override
  public boolean takes(String path) {
    return !path.matches(".*[\"?].*");
  }

  @Override
  public Set<String> names() {
    return server.drive().files().stream()
        .map(path -> path.substring(FOLDER.length() + 1))
        .collect(Collectors.toSet());
  }

  @Override
  public byte[] read(String path) {
    return server.drive().find(FOLDER + "/" + path).orElseThrow().content().orElseThrow();
  }

  @Override
  public void put(String path, byte[] content) {
    var whole = FOLDER + "/" + path;
    for (int slash = whole.indexOf('/'); slash >= 0; slash = whole.indexOf('/', slash + 1)) {
      if (server.drive().find(whole.substring(0, slash)).isEmpty()) {
        server.drive().makeFolder(whole.substring(0, slash));
      }
    }
    server.drive().put(whole, content, "replace");
  }

  @Override
  public int leftovers() {
    return server.uploads().open();
  }

  @Override
  public void close() {
    server.close();
  }
}
