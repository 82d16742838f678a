package dev.patchbay.console.viewmodel.datasets;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.session.Again;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.console.viewmodel.session.UnsavedPolicy;
import dev.patchbay.model.Problem;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetPolicyView;
import dev.patchbay.model.dataset.DatasetView;
import dev.patchbay.model.dataset.PiiRule;
import dev.patchbay.model.route.Mask;
import dev.patchbay.model.route.PiiPolicy;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The policy of one dataset as it is being written, and its effect on a row. */
public final class PolicyModel implements AutoCloseable {
  private final Session session;
  private final String dataset;
  private final Consumer<Notice> notices;
  private final PolicyEdits edits;
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(new ListState.Loading());
  private final ReadOnlyObjectWrapper<@Nullable DatasetPolicyView> stored =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PolicyChoices> choices =
      new ReadOnlyObjectWrapper<>(new PolicyChoices(List.of()));
  private final ObjectProperty<Caller> seenBy =
      new SimpleObjectProperty<>(new Caller("", Role.VIEWER));
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final Subscription again;
  private final ReadOnlyBooleanWrapper hasRow = new ReadOnlyBooleanWrapper();
  private Map<String, Object> sample = Map.of();
  private UiTask loading = UiTask.none();

  /**
   * What becomes of a field of the sample row.
   *
   * @param stored its value, empty if the row has none
   * @param shown what of it is shown, empty if nothing
   */
  public record Effect(PiiPolicy show, String stored, String shown) {}

  private record Fetched(
      DatasetView view,
      @Nullable DatasetPolicyView policy,
      PolicyChoices choices,
      Map<String, Object> sample) {}

  /** Fetches the policy at once. */
  public PolicyModel(Session session, String dataset, Consumer<Notice> notices) {
    this.session = session;
    this.dataset = dataset;
    this.notices = notices;
    this.edits = new PolicyEdits(dataset);
    this.again = Again.of(session, state, this::load);
    load();
  }

  /** Name of the dataset. */
  public String dataset() {
    return dataset;
  }

  /** What is being written. */
  public PolicyEdits edits() {
    return edits;
  }

  /** Whether the policy is known, and why not. */
  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /** The policy as it stands, null if there is none. */
  public ReadOnlyObjectProperty<@Nullable DatasetPolicyView> stored() {
    return stored.getReadOnlyProperty();
  }

  /** Whom rules can be for. */
  public ReadOnlyObjectProperty<PolicyChoices> choices() {
    return choices.getReadOnlyProperty();
  }

  /** For whom the effect is told. */
  public ObjectProperty<Caller> seenBy() {
    return seenBy;
  }

  /** Why it could not be saved where no rule or field is to blame, else empty. */
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether there is a row to tell the effect on. */
  public ReadOnlyBooleanProperty hasRow() {
    return hasRow.getReadOnlyProperty();
  }

  /** Whether it is being saved. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Whether there is a policy to write on. */
  public BooleanBinding ready() {
    return Bindings.createBooleanBinding(() -> state.get() instanceof ListState.Ready, state);
  }

  /** Whether there is something to save. */
  public BooleanBinding canSave() {
    return ready().and(edits.changed()).and(busy.not());
  }

  /** Fetches the policy again; what was written is lost. */
  public void load() {
    loading.cancel();
    loading = session.run(this::fetch, this::show, failure -> state.set(ListState.after(failure)));
  }

  private Fetched fetch() throws HubException, InterruptedException {
    var client = session.client().datasets();
    var policy =
        client.policies().items().stream()
            .filter(one -> one.policy().name().equals(dataset))
            .findFirst()
            .orElse(null);
    var view =
        client.all().items().stream()
            .filter(one -> one.name().equals(dataset))
            .findFirst()
            .orElseThrow(() -> new HubException(new Failure.Refused(unknown())));
    return new Fetched(view, policy, PolicyChoices.fetch(session), sampleOf(view));
  }

  private Problem unknown() {
    var sentence = text("policy.unknown", dataset);
    return new Problem("about:blank", sentence, 404, sentence, List.of(), null);
  }

  /** The first row, as far as this person is shown it. */
  private Map<String, Object> sampleOf(DatasetView view) throws HubException, InterruptedException {
    var rows =
        view.filled()
            ? session.client().datasets().rows(dataset, 1).items()
            : List.<Map<String, Object>>of();
    return rows.isEmpty() ? Map.of() : rows.getFirst();
  }

  private void show(Fetched fetched) {
    sample = fetched.sample();
    hasRow.set(!sample.isEmpty());
    choices.set(fetched.choices());
    edits.take(fetched.view(), rulesOf(fetched.policy()));
    goOn(session.policies().remove(dataset), fetched.policy());
    stored.set(fetched.policy());
    problem.set("");
    state.set(new ListState.Ready());
  }

  private void goOn(@Nullable UnsavedPolicy written, @Nullable DatasetPolicyView stands) {
    if (written != null && written.fits(stands)) {
      edits.restore(written.draft());
      notices.accept(Notice.success(text("notice.policyBack")));
    } else if (written != null) {
      notices.accept(Notice.failure(text("notice.policyGone")));
    }
  }

  private static List<PiiRule> rulesOf(@Nullable DatasetPolicyView policy) {
    return policy == null ? List.of() : policy.policy().rules();
  }

  /** What becomes of a field of the sample row for who is looked at. */
  public Effect effect(FieldLine line) {
    var field = line.field().id();
    var show = edits.draft().get().show(seenBy.get(), field, line.pii().get());
    return switch (SampleValue.of(sample.get(field))) {
      case SampleValue.Text(var words) -> new Effect(show, words, shown(show, words));
      case SampleValue.Other(var words) -> new Effect(show, words, other(show, words));
    };
  }

  private static String shown(PiiPolicy show, String words) {
    return switch (show) {
      case ALLOW -> words;
      case MASK -> Mask.of(words);
      case HASH -> text("policy.hashed");
      case DROP -> "";
    };
  }

  /** What is no text is shown whole or not at all. */
  private static String other(PiiPolicy show, String words) {
    return show == PiiPolicy.ALLOW ? words : "";
  }

  /** Saves it; it holds at once. What is written meanwhile stays unsaved. */
  public void save() {
    if (busy.get()) {
      return;
    }
    loading.cancel();
    busy.set(true);
    problem.set("");
    edits.forgive();
    var sent = edits.draft().get();
    var before = stored.get();
    var client = session.client().datasets();
    session.run(
        () -> before == null ? client.create(sent) : client.change(sent, before.version()),
        after -> saved(after, sent),
        this::failed);
  }

  private void saved(DatasetPolicyView after, DatasetPolicyDraft sent) {
    busy.set(false);
    notices.accept(Notice.success(text("notice.policySaved", text("dataset." + dataset))));
    stored.set(after);
    edits.stands(sent);
    session.policies().computeIfPresent(dataset, (_, kept) -> kept.onceSaved(sent, after));
  }

  private void failed(Failure failure) {
    busy.set(false);
    problem.set(
        switch (failure) {
          case Failure.Stale _ -> text("policy.stale");
          case Failure.Refused(var refused) when !refused.errors().isEmpty() ->
              edits.blame(refused.errors());
          default -> Notice.sentence(failure);
        });
  }

  /** What is not saved is kept for the next time. */
  @Override
  public void close() {
    if (edits.changed().get()) {
      session.policies().put(dataset, new UnsavedPolicy(edits.draft().get(), stored.get()));
    }
    again.unsubscribe();
    loading.cancel();
  }
}
