package dev.patchbay.testkit;

import dev.patchbay.spi.store.FileStore;

/** A server on this machine that a store reaches by a network that can be broken. */
public interface NetworkSide extends StoreSide {
  /** Port of 127.0.0.1 where the server listens. */
  int port();

  /** A store that reaches the server by another port of 127.0.0.1. */
  FileStore through(int port);

  /** Bytes of a file that is sent in more than one request, if the store sends any so. */
  int large();

  /** ASCII text that is in the request alone which puts a small file in its place. */
  String placesSmall();

  /** As {@link #placesSmall}, of a file of {@link #large} bytes. */
  String placesLarge();
}
