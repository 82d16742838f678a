package dev.patchbay.connectors.sftp;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileStoreType;
import java.util.List;
import java.util.Map;

/** A directory of an SSH server. */
public final class SftpType implements FileStoreType {
  @Override
  public String name() {
    return "sftp";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public String label() {
    return "SFTP";
  }

  @Override
  public List<Setting> settings() {
    return SftpSettings.form();
  }

  @Override
  public List<SettingFault> faults(Map<String, String> settings) {
    return SftpSettings.faults(settings);
  }

  @Override
  public FileStore open(ConnectorContext context) {
    return new SftpStore(SftpSettings.of(context.settings()), context);
  }
}
