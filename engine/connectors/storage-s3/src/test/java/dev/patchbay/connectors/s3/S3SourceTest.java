package dev.patchbay.connectors.s3;

import dev.patchbay.testkit.FileSourceContract;
import dev.patchbay.testkit.StoreSide;

class S3SourceTest extends FileSourceContract {
  @Override
  protected StoreSide open() {
    return new S3ServerSide();
  }
}
