package dev.patchbay.server.rest.connector;

import static java.util.stream.Collectors.groupingBy;

import dev.patchbay.core.intake.IncidentLog;
import dev.patchbay.core.intake.IntakeProgress;
import dev.patchbay.core.plugin.InstanceStore;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.model.intake.IncidentView;
import dev.patchbay.model.intake.IntakeNodeView;
import dev.patchbay.model.intake.IntakeView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Intakes as the API shows them: configuration, how they are on each node, open incidents. */
public final class IntakeViews {
  private final InstanceStore store;
  private final IntakeProgress progress;
  private final IncidentLog incidents;

  public IntakeViews(InstanceStore store, IntakeProgress progress, IncidentLog incidents) {
    this.store = store;
    this.progress = progress;
    this.incidents = incidents;
  }

  /** All of them, by name. */
  public List<IntakeView> all() {
    var now = now();
    return store.all().stream().map(now::view).toList();
  }

  Optional<PluginInstance> find(String name) {
    return store.find(name);
  }

  IntakeView view(PluginInstance intake) {
    return now().view(intake);
  }

  private Now now() {
    return new Now(
        progress.nodes(), incidents.open().stream().collect(groupingBy(IncidentView::intake)));
  }

  /** How things are, by intake. */
  private record Now(
      Map<String, List<IntakeNodeView>> nodes, Map<String, List<IncidentView>> incidents) {
    IntakeView view(PluginInstance intake) {
      return new IntakeView(
          intake.name(),
          intake.type(),
          intake.settings(),
          intake.secretsSet(),
          intake.enabled(),
          nodes.getOrDefault(intake.name(), List.of()),
          incidents.getOrDefault(intake.name(), List.of()),
          intake.version());
    }
  }
}
