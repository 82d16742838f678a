package dev.patchbay.connectors.s3;

import dev.patchbay.testkit.FileStoreNetworkContract;
import dev.patchbay.testkit.NetworkSide;

class S3NetworkTest extends FileStoreNetworkContract {
  @Override
  protected NetworkSide openNetwork() {
    return new S3ServerSide();
  }
}
