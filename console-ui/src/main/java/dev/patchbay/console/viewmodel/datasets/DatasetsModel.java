package dev.patchbay.console.viewmodel.datasets;

import dev.patchbay.console.client.HubException;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.session.Again;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.dataset.DatasetPolicyView;
import dev.patchbay.model.dataset.DatasetView;
import dev.patchbay.model.dataset.PiiClass;
import dev.patchbay.model.route.PiiPolicy;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** All datasets, with their policies as far as this person may see them. */
public final class DatasetsModel implements AutoCloseable {
  private final Session session;
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(new ListState.Loading());
  private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());
  private final Subscription again;
  private UiTask loading = UiTask.none();

  /**
   * A dataset.
   *
   * @param policy null if it has none, or this person may not see it
   */
  public record Line(DatasetView dataset, @Nullable DatasetPolicyView policy) {
    /** How many of its fields tell of people. */
    public long personal() {
      return dataset.fields().stream().filter(field -> field.pii() != PiiClass.NONE).count();
    }

    /** How many of its fields this person is shown otherwise than they are. */
    public long hidden() {
      return dataset.fields().stream().filter(field -> field.show() != PiiPolicy.ALLOW).count();
    }
  }

  /** Fetches the datasets at once. */
  public DatasetsModel(Session session) {
    this.session = session;
    this.again = Again.of(session, state, this::reload);
    reload();
  }

  /** Whether the datasets are known, and why not. */
  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /** The datasets. */
  public ReadOnlyObjectProperty<List<Line>> lines() {
    return lines.getReadOnlyProperty();
  }

  /** Fetches the datasets again. */
  public void reload() {
    loading.cancel();
    loading = session.run(this::fetch, this::show, failure -> state.set(ListState.after(failure)));
  }

  private List<Line> fetch() throws HubException, InterruptedException {
    var client = session.client().datasets();
    var policies =
        session.mayAdminister() ? client.policies().items() : List.<DatasetPolicyView>of();
    return client.all().items().stream()
        .map(dataset -> new Line(dataset, policyOf(dataset, policies)))
        .toList();
  }

  private static @Nullable DatasetPolicyView policyOf(
      DatasetView dataset, List<DatasetPolicyView> policies) {
    return policies.stream()
        .filter(one -> one.policy().name().equals(dataset.name()))
        .findFirst()
        .orElse(null);
  }

  private void show(List<Line> fetched) {
    lines.set(fetched);
    state.set(new ListState.Ready());
  }

  @Override
  public void close() {
    again.unsubscribe();
    loading.cancel();
  }
}
