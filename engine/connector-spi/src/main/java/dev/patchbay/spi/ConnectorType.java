package dev.patchbay.spi;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A kind of far side that connectors can be configured for. */
public interface ConnectorType extends PluginType {
  /** Settings of one target of such a connector. */
  List<Setting> targetSettings();

  /**
   * What it promises where nothing weakens it; a connector may state less for a target after a
   * check.
   */
  Guarantee guarantee();

  /**
   * Identity of a target: equal for settings that name the same place, whatever else they say. Two
   * routes with an equal identity share one queue, so that their rows keep their order.
   *
   * @throws IllegalArgumentException naming the setting that is missing or malformed
   */
  String targetIdentity(Target target);

  /**
   * What is wrong with a target beyond what {@link #targetSettings} says, and although {@link
   * #targetIdentity} takes it: it names something that is not there, or that this connector cannot
   * do. Asked before a route is saved, and may read what is stored. Empty if nothing is.
   *
   * @param settings plain settings of the connector, by name
   */
  default List<SettingFault> targetFaults(Target target, Map<String, String> settings) {
    return List.of();
  }

  /** How routes may write to such a connector; one that asks for another mode is not saved. */
  default Set<WriteMode> modes() {
    return EnumSet.allOf(WriteMode.class);
  }

  /**
   * Lanes of a new target, 1 to 64: rows of one key keep their order, rows of different lanes are
   * sent side by side. More than one only where the far side takes several batches at a time.
   */
  default int lanes(Target target) {
    return 1;
  }

  /** Opens a connector. Reaches out to nobody yet. */
  RowTarget create(ConnectorContext context);
}
