package dev.patchbay.connectors.drive;

import dev.patchbay.testkit.FileStoreNetworkContract;
import dev.patchbay.testkit.NetworkSide;

class DriveNetworkTest extends FileStoreNetworkContract {
  @Override
  protected NetworkSide openNetwork() {
    return new DriveSide();
  }
}
