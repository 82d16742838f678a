package dev.patchbay.connectors.s3;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileStoreType;
import java.util.List;
import java.util.Map;

/** A bucket of Amazon S3, or of another server that speaks its protocol. */
public final class S3Type implements FileStoreType {
  @Override
  public String name() {
    return "s3";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public String label() {
    return "S3";
  }

  @Override
  public List<Setting> settings() {
    return S3Settings.form();
  }

  @Override
  public List<SettingFault> faults(Map<String, String> settings) {
    return S3Settings.faults(settings);
  }

  @Override
  public FileStore open(ConnectorContext context) {
    return new S3Store(S3Settings.of(context.settings()), context);
  }
}
