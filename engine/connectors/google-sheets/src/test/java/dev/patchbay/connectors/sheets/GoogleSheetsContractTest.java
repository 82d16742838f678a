package dev.patchbay.connectors.sheets;

import dev.patchbay.testkit.ConnectorContract;
import dev.patchbay.testkit.FarSide;

class GoogleSheetsContractTest extends ConnectorContract {
  @Override
  protected FarSide open() {
    return new Playground();
  }
}
