package dev.patchbay.server.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Ports on 127.0.0.1.
 *
 * @param google of the stand-in
 */
public record Ports(int api, int management, int google) {
  private static final int ANY = 0;

  /** Those that the documentation names. */
  public static Ports preferred() {
    return new Ports(8080, 8081, 8090);
  }

  /** Some that are free now. */
  public static Ports free() {
    try (var one = open(ANY);
        var two = open(ANY);
        var three = open(ANY)) {
      return new Ports(one.getLocalPort(), two.getLocalPort(), three.getLocalPort());
    } catch (IOException e) {
      throw new DemoFailure("there is no free port on 127.0.0.1", e);
    }
  }

  /** These where nobody listens, some free ones otherwise. */
  public Ports orFree() {
    return isFree(api) && isFree(management) && isFree(google) ? this : free();
  }

  private static boolean isFree(int port) {
    try (var socket = open(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static ServerSocket open(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
