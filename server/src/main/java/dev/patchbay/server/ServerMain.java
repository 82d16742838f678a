package dev.patchbay.server;

import java.util.stream.Stream;

/** Where the packaged server starts: {@code patchbay-server …} is {@code patchbay server …}. */
public final class ServerMain {
  private ServerMain() {}

  /** Arguments and exit codes are those of {@code patchbay server}. */
  public static void main(String[] args) {
    Main.main(Stream.concat(Stream.of("server"), Stream.of(args)).toArray(String[]::new));
  }
}
