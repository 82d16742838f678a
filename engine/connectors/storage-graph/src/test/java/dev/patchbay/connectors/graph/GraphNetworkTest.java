package dev.patchbay.connectors.graph;

import dev.patchbay.testkit.FileStoreNetworkContract;
import dev.patchbay.testkit.NetworkSide;

class GraphNetworkTest extends FileStoreNetworkContract {
  @Override
  protected NetworkSide openNetwork() {
    return new GraphSide();
  }
}
