package dev.patchbay.model.intake;

import dev.patchbay.model.plugin.SettingField;
import java.util.List;

/** A plugin that intakes can be made of. */
public record IntakeTypeView(
    String name, String version, String label, List<SettingField> settings) {
  public IntakeTypeView {
    settings = List.copyOf(settings);
  }
}
