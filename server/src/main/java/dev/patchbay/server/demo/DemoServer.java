package dev.patchbay.server.demo;

import java.net.URI;

/** The server of a demo. */
public interface DemoServer extends AutoCloseable {
  /** Where the API is, the same over restarts. */
  URI api();

  /** Where health and metrics are, the same over restarts. */
  URI management();

  @Override
  void close();
}
