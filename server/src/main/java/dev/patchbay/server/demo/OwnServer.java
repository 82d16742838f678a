package dev.patchbay.server.demo;

import dev.patchbay.server.http.ListenOptions;
import dev.patchbay.server.wiring.Hub;
import dev.patchbay.server.wiring.HubOptions;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A server in this process. */
public final class OwnServer implements DemoServer {
  private final Hub hub;

  private OwnServer(Hub hub) {
    this.hub = hub;
  }

  /**
   * Starts it.
   *
   * @param google where its connectors find Google
   */
  public static OwnServer start(DemoDirectory directory, Ports ports, URI google) {
    var listen =
        new ListenOptions("127.0.0.1", ports.api(), ports.management(), Optional.empty(), false);
    return new OwnServer(
        Hub.start(
            HubOptions.in(directory.server())
                .withListen(listen)
                .withAdminKeyOut(directory.adminKey())
                .withPresets(Map.of("google-sheets", Map.of("root-url", google.toString())))));
  }

  @Override
  public URI api() {
    return hub.api();
  }

  @Override
  public URI management() {
    return hub.management();
  }

  @Override
  public void close() {
    hub.close();
  }
}
