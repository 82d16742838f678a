package dev.patchbay.server.chaos.rig;

import java.util.Properties;

/** The PostgreSQL that the nodes share, as tests reach it: past the proxies. */
public interface HubDatabase extends AutoCloseable {
  /** Where it listens. */
  int port();

  /** User and password. */
  Properties login();

  /** For who comes by another port, which may be a proxy's. */
  default String urlAt(int otherPort) {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s&password=%s"
        .formatted(otherPort, login().getProperty("user"), login().getProperty("password"));
  }

  @Override
  void close();
}
