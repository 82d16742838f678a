package dev.patchbay.server.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What people and brokers know this process by. */
final class NodeName {
  private NodeName() {}

  /** Host and process number: no two that live at a time share it. */
  static String ofThisProcess() {
    return host() + "-" + ProcessHandle.current().pid();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "patchbay";
    }
  }
}
