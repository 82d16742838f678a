package dev.patchbay.server.dataset;

import dev.patchbay.core.access.UserStore;
import dev.patchbay.core.dataset.DatasetPolicies;
import dev.patchbay.core.dataset.FieldHash;
import dev.patchbay.core.dataset.Veil;
import dev.patchbay.core.dataset.VeiledDataset;
import dev.patchbay.core.dataset.VeiledRequests;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.live.ServiceDataset;
import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetModel;
import dev.patchbay.core.readmodel.RequestModel;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetPolicyView;
import dev.patchbay.model.dataset.DatasetView;
import dev.patchbay.model.dataset.DatasetView.Field;
import dev.patchbay.model.dataset.PiiClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Datasets as callers are shown them. The policy that stands is asked for each time. Thread-safe.
 */
public final class Datasets {
  private final RequestModel requests;
  private final DatasetModel datasets;
  private final Function<String, DatasetModel> live;
  private final Predicate<String> isService;
  private final DatasetFields fields;
  private final DatasetPolicies policies;
  private final UserStore users;
  private final FieldHash hash;

  public Datasets(
      Models models,
      DatasetFields fields,
      DatasetPolicies policies,
      UserStore users,
      FieldHash hash) {
    this.requests = models.requests();
    this.datasets = models.datasets();
    this.live = models.live();
    this.isService = models.isService();
    this.fields = fields;
    this.policies = policies;
    this.users = users;
    this.hash = hash;
  }

  /**
   * What is read.
   *
   * @param live rows as a core service of that name holds them now
   * @param isService whether there is a core service of that name
   */
  public record Models(
      RequestModel requests,
      DatasetModel datasets,
      Function<String, DatasetModel> live,
      Predicate<String> isService) {}

  /** Whether a route fills it. */
  public boolean isFilled(Dataset dataset) {
    return datasets.standing(dataset).filled();
  }

  /** Its fields. */
  public DatasetFields fields() {
    return fields;
  }

  /** Requests as a caller is shown them now. */
  public VeiledRequests requests(Caller caller) {
    return new VeiledRequests(requests, veil(Dataset.REQUESTS, caller));
  }

  /** A dataset as a caller is shown it now. */
  public VeiledDataset of(Dataset dataset, Caller caller) {
    return new VeiledDataset(datasets, veil(dataset, caller));
  }

  /**
   * A dataset as a caller is shown it now.
   *
   * @param service whose rows they are, null for those of the read model
   */
  public VeiledDataset of(Dataset dataset, @Nullable String service, Caller caller) {
    return service == null
        ? of(dataset, caller)
        : new VeiledDataset(live.apply(service), veil(dataset, caller));
  }

  /** Why a service cannot be asked for a dataset, empty if it can. */
  public Optional<String> unasked(Dataset dataset, String service) {
    if (!isService.test(service)) {
      return Optional.of("is no service of the hub; make it by POST /services");
    }
    return ServiceDataset.lists(dataset)
        ? Optional.empty()
        : Optional.of(
            "cannot be asked for '%s', for the services' contracts have no list of them"
                .formatted(dataset.called()));
  }

  /** Of a question to a service that looks at a field. */
  public static String isNotAsked(String field) {
    return "uses field '%s', which services are not asked by; leave it out, or leave out the service"
        .formatted(field);
  }

  /** What a caller is shown of a dataset now. */
  public Veil veil(Dataset dataset, Caller caller) {
    var policy =
        policies
            .find(dataset.called())
            .map(DatasetPolicyView::policy)
            .orElseGet(() -> new DatasetPolicyDraft(dataset.called(), Map.of(), List.of()));
    return new Veil(dataset.classes(), policy, caller, hash);
  }

  /** All datasets. */
  public List<DatasetView> views(Caller caller) {
    return Stream.of(Dataset.values()).map(dataset -> view(dataset, caller)).toList();
  }

  private DatasetView view(Dataset dataset, Caller caller) {
    var veil = veil(dataset, caller);
    var shown =
        fields.headers(dataset).entrySet().stream()
            .map(it -> field(it.getKey(), it.getValue(), veil))
            .toList();
    return new DatasetView(dataset.called(), isFilled(dataset), shown);
  }

  private static Field field(String id, String header, Veil veil) {
    return new Field(id, header, veil.usual(id), veil.pii(id), veil.show(id));
  }

  /** Who a run is made for: the schedule that asked, else the user; empty if that may not read. */
  public Optional<Caller> caller(ClaimedRun run) {
    return run.schedule().isEmpty()
        ? users
            .find(run.askedBy())
            .filter(user -> user.enabled() && user.role() != Role.SERVICE)
            .map(user -> new Caller(user.name(), user.role()))
        : Optional.of(schedule(run.schedule()));
  }

  /** A schedule as a caller: it may read and nothing more, whoever made it. */
  public static Caller schedule(String name) {
    return new Caller(ofSchedule(name), Role.VIEWER);
  }

  /** No user can be called so. */
  private static String ofSchedule(String name) {
    return "schedule:" + name;
  }

  /** Whether rules may name it. */
  boolean isCaller(@Nullable String name) {
    return name == null || name.startsWith(ofSchedule("")) || users.find(name).isPresent();
  }

  /** Classes of personal data that rules may name. */
  static boolean mayRule(@Nullable PiiClass pii) {
    return pii != PiiClass.NONE;
  }
}
