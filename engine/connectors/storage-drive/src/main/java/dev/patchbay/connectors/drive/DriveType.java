package dev.patchbay.connectors.drive;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileStoreType;
import java.util.List;
import java.util.Map;

/**
 * A folder of Google Drive, by its <a href="https://developers.google.com/workspace/drive/api">API
 * v3</a>.
 */
public final class DriveType implements FileStoreType {
  @Override
  public String name() {
    return "google-drive";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public String label() {
    return "Google Drive";
  }

  @Override
  public List<Setting> settings() {
    return DriveSettings.form();
  }

  @Override
  public List<SettingFault> faults(Map<String, String> settings) {
    return DriveSettings.faults(settings);
  }

  @Override
  public FileStore open(ConnectorContext context) {
    return new DriveStore(context);
  }
}
