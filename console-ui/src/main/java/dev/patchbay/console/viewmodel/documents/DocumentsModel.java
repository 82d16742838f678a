package dev.patchbay.console.viewmodel.documents;

import dev.patchbay.console.client.DocumentsClient.Filter;
import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.session.Again;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.Page;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.document.DocumentDetail;
import dev.patchbay.model.document.DocumentView;
import dev.patchbay.model.template.TemplateView;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Documents that routes made, the newest first, and what became of one of them. */
public final class DocumentsModel implements AutoCloseable {
  private static final int PAGE = 50;

  /** The type of connectors that documents go through. */
  private static final String TYPE = "documents";

  private final Session session;
  private final Consumer<Notice> notices;
  private final DocumentFilter filter = new DocumentFilter(this::fetchNewest);
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(new ListState.Loading());
  private final ReadOnlyObjectWrapper<List<DocumentView>> documents =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Choices> choices =
      new ReadOnlyObjectWrapper<>(new Choices(List.of(), List.of()));
  private final ReadOnlyObjectWrapper<Pane> pane = new ReadOnlyObjectWrapper<>(new Pane.Closed());
  private final Subscription again;
  private @Nullable String cursor;
  private UiTask loading = UiTask.none();
  private UiTask choosing = UiTask.none();
  private UiTask opening = UiTask.none();

  /**
   * What documents can be chosen by.
   *
   * @param connectors that documents go through
   */
  public record Choices(List<String> connectors, List<String> templates) {
    public Choices {
      connectors = List.copyOf(connectors);
      templates = List.copyOf(templates);
    }
  }

  /** What the side pane shows. */
  public sealed interface Pane {
    /** Nothing. */
    record Closed() implements Pane {}

    /** A document is on its way. */
    record Loading(DocumentView document) implements Pane {}

    /** This one. */
    record OfDocument(DocumentDetail detail) implements Pane {}

    /** It could not be fetched. */
    record Failed(DocumentView document, Failure failure) implements Pane {}
  }

  /** Fetches the newest documents at once. */
  public DocumentsModel(Session session, Consumer<Notice> notices) {
    this.session = session;
    this.notices = notices;
    this.again = Again.of(session, state, this::reload);
    reload();
  }

  /** Which documents are listed. */
  public DocumentFilter filter() {
    return filter;
  }

  /** Whether there are documents, and why not. */
  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /** Those that were fetched so far. */
  public ReadOnlyObjectProperty<List<DocumentView>> documents() {
    return documents.getReadOnlyProperty();
  }

  /** Whether there are older ones. */
  public ReadOnlyBooleanProperty more() {
    return more.getReadOnlyProperty();
  }

  /** What they can be chosen by. */
  public ReadOnlyObjectProperty<Choices> choices() {
    return choices.getReadOnlyProperty();
  }

  /** What the side pane shows. */
  public ReadOnlyObjectProperty<Pane> pane() {
    return pane.getReadOnlyProperty();
  }

  /** Fetches the newest again, what they can be chosen by, and the one that is looked at. */
  public void reload() {
    fetchNewest();
    choosing.cancel();
    choosing = session.run(this::fetchChoices, choices::set, _ -> {});
    if (pane.get() instanceof Pane.OfDocument(var detail)) {
      fetch(detail.document());
    }
  }

  /** Older ones of what was listed before are none of what is listed next. */
  private void fetchNewest() {
    loading.cancel();
    reached(null);
    var asked = filter.value();
    loading =
        session.run(
            () -> session.client().documents().page(asked, null, PAGE),
            page -> show(page, asked),
            failure -> state.set(ListState.after(failure)));
  }

  private Choices fetchChoices() throws HubException, InterruptedException {
    var client = session.client();
    return new Choices(
        client.connectors().items().stream()
            .filter(connector -> connector.type().equals(TYPE))
            .map(ConnectorView::name)
            .toList(),
        client.templates().all().items().stream().map(TemplateView::name).toList());
  }

  private void show(Page<DocumentView> page, Filter asked) {
    documents.set(page.items());
    reached(page.next());
    state.set(
        !page.items().isEmpty()
            ? new ListState.Ready()
            : asked.equals(Filter.ALL) ? new ListState.NothingYet() : new ListState.NoMatch());
  }

  private void reached(@Nullable String next) {
    cursor = next;
    more.set(cursor != null);
  }

  /** Fetches older ones. */
  public void fetchMore() {
    var from = cursor;
    if (from != null) {
      loading.cancel();
      var asked = filter.value();
      loading =
          session.run(
              () -> session.client().documents().page(asked, from, PAGE),
              this::append,
              failure -> notices.accept(Notice.of(failure)));
    }
  }

  private void append(Page<DocumentView> page) {
    documents.set(Stream.concat(documents.get().stream(), page.items().stream()).toList());
    reached(page.next());
  }

  /** Shows a document in the side pane. */
  public void open(DocumentView document) {
    pane.set(new Pane.Loading(document));
    fetch(document);
  }

  private void fetch(DocumentView document) {
    opening.cancel();
    opening =
        session.run(
            () -> session.client().documents().one(document.id()),
            detail -> pane.set(new Pane.OfDocument(detail)),
            failure -> pane.set(new Pane.Failed(document, failure)));
  }

  /** Closes the side pane. */
  public void closePane() {
    opening.cancel();
    pane.set(new Pane.Closed());
  }

  @Override
  public void close() {
    again.unsubscribe();
    loading.cancel();
    choosing.cancel();
    opening.cancel();
  }
}
