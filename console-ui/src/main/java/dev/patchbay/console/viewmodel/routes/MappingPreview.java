package dev.patchbay.console.viewmodel.routes;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.route.Preview;
import dev.patchbay.model.route.PreviewRequest;
import dev.patchbay.model.route.RouteDraft;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What a mapping makes of real events; it follows the draft once typing rests. */
final class MappingPreview {
  /** How long typing must rest before the preview follows. */
  static final Duration REST = Duration.ofMillis(250);

  private static final int SAMPLES = 20;

  private final Session session;
  private final ReadOnlyObjectWrapper<@Nullable Preview> latest = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private UiTask task = UiTask.none();

  MappingPreview(Session session) {
    this.session = session;
  }

  /** The rows of the last draft that could be tried, null before the first. */
  ReadOnlyObjectProperty<@Nullable Preview> latest() {
    return latest.getReadOnlyProperty();
  }

  /** Why there is none, null if there is one. */
  ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /** Tries this draft instead of the one before, and hands out what became of it. */
  void follow(RouteDraft draft, Consumer<Preview> tried) {
    task.cancel();
    task = session.tasks().after(REST, () -> fetch(draft, tried));
  }

  private void fetch(RouteDraft draft, Consumer<Preview> tried) {
    task =
        session.run(
            () -> session.client().preview(new PreviewRequest(draft, List.of(), SAMPLES)),
            answer -> show(answer, tried),
            failure::set);
  }

  private void show(Preview answer, Consumer<Preview> tried) {
    failure.set(null);
    latest.set(answer);
    tried.accept(answer);
  }

  void stop() {
    task.cancel();
  }
}
