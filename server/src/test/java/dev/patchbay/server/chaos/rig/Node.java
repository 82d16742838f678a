package dev.patchbay.server.chaos.rig;

import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.client.JsonApi;
import dev.patchbay.server.demo.Ports;
import dev.patchbay.server.rig.Victim;
import dev.patchbay.testkit.TcpFaultProxy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A node of the hub.
 *
 * @param process dies and stands still on order
 * @param database what it reaches the database through
 * @param hub its API
 * @param api the rest of its API
 */
public record Node(Victim process, TcpFaultProxy database, HubClient hub, JsonApi api)
    implements AutoCloseable {

  /**
   * Starts one.
   *
   * @param secrets directory that all nodes share
   */
  static Node start(String name, Path secrets, HubDatabase postgres) throws IOException {
    var home = Files.createDirectories(secrets.resolve(name));
    var proxy = TcpFaultProxy.to(postgres.port());
    var ports = Ports.free();
    var process = Victim.node(home, secrets, postgres.urlAt(proxy.port()), ports);
    var uri = URI.create("http://127.0.0.1:" + ports.api());
    var key = Files.readString(secrets.resolve("admin.key")).strip();
    var api = new JsonApi(uri.resolve("/api/v1/integration/"), key);
    return new Node(process, proxy, new HubClient(uri, key), api);
  }

  /** Its clock is wrong by that much, within a moment. */
  public void shiftClock(Duration shift) throws IOException {
    process.shiftClock(shift);
  }

  @Override
  public void close() {
    api.close();
    hub.close();
    process.close();
    database.close();
  }
}
