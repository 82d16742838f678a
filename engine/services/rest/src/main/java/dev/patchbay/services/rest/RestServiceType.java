package dev.patchbay.services.rest;

import dev.patchbay.spi.Setting;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.service.Service;
import dev.patchbay.spi.service.ServiceContext;
import dev.patchbay.spi.service.ServiceType;
import java.util.List;
import java.util.Map;

/** A core service that answers {@code GET} with JSON. */
public final class RestServiceType implements ServiceType {
  @Override
  public String name() {
    return "rest";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public String label() {
    return "REST API";
  }

  @Override
  public List<Setting> settings() {
    return RestForm.settings();
  }

  @Override
  public List<SettingFault> faults(Map<String, String> settings) {
    return RestForm.faults(settings);
  }

  @Override
  public Service open(ServiceContext context) {
    return new RestService(context);
  }
}
