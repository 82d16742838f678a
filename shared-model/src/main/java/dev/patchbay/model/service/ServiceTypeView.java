package dev.patchbay.model.service;

import dev.patchbay.model.plugin.SettingField;
import java.util.List;

/** A plugin that services can be made of. */
public record ServiceTypeView(
    String name, String version, String label, List<SettingField> settings) {
  public ServiceTypeView {
    settings = List.copyOf(settings);
  }
}
