package dev.patchbay.model.connector;

import dev.patchbay.model.plugin.SettingField;
import dev.patchbay.model.route.WriteMode;
import java.util.List;

/**
 * A plugin that connectors can be made of.
 *
 * @param targetSettings what a route must say of its target; empty for those that take no rows
 * @param modes how routes may write, the usual way first; empty for those that take no rows
 */
public record ConnectorTypeView(
    String name,
    String version,
    String label,
    ConnectorKind kind,
    Guarantee guarantee,
    List<SettingField> settings,
    List<SettingField> targetSettings,
    List<WriteMode> modes) {
  public ConnectorTypeView {
    settings = List.copyOf(settings);
    targetSettings = List.copyOf(targetSettings);
    modes = List.copyOf(modes);
  }
}
