package dev.patchbay.server.rest.delivery;

import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.core.event.ReadResult;
import dev.patchbay.core.history.DeliveryHistory;
import dev.patchbay.core.route.Previewer;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.event.StoredEvent;
import dev.patchbay.model.route.Preview;
import dev.patchbay.model.route.PreviewRequest;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.http.ServerJson;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Mappings tried on the events of a request, or on the newest stored ones. */
public final class Previews {
  private static final int USUAL = 10;
  private static final int MOST = 100;

  private final Previewer previewer;
  private final EnvelopeReader reader;
  private final DeliveryHistory history;

  public Previews(Previewer previewer, EnvelopeReader reader, DeliveryHistory history) {
    this.previewer = previewer;
    this.reader = reader;
    this.history = history;
  }

  /** Really asks the services of the route. */
  Preview preview(RouteDraft draft, PreviewRequest request) {
    return previewer.preview(draft, events(draft, request));
  }

  /** Asks no service. */
  Preview previewUnfetched(RouteDraft draft, PreviewRequest request) {
    return previewer.previewUnfetched(draft, events(draft, request));
  }

  private List<Envelope> events(RouteDraft draft, PreviewRequest request) {
    int limit = Objects.requireNonNullElse(request.limit(), USUAL);
    if (limit < 1 || limit > MOST) {
      throw ProblemException.field("/limit", "must be a number from 1 to " + MOST);
    }
    if (request.events().size() > MOST) {
      throw ProblemException.field("/events", "holds more than " + MOST + " events");
    }
    return request.events().isEmpty() ? stored(draft, limit) : given(request);
  }

  private List<Envelope> given(PreviewRequest request) {
    return IntStream.range(0, request.events().size())
        .mapToObj(i -> read(request.events().get(i), i))
        .toList();
  }

  private Envelope read(Object event, int index) {
    return switch (reader.structured(ServerJson.bytes(event))) {
      case ReadResult.Events(var events) -> events.getFirst();
      case ReadResult.Unreadable(var _, var errors) ->
          throw ProblemException.fields(
              errors.stream()
                  .map(e -> new FieldError("/events/" + index + e.field(), e.message()))
                  .toList());
    };
  }

  private List<Envelope> stored(RouteDraft draft, int limit) {
    return draft.eventTypes().stream()
        .distinct()
        .flatMap(type -> newest(type, limit))
        .sorted(Comparator.comparing(StoredEvent::event).reversed())
        .limit(limit)
        .map(event -> reader.stored(ServerJson.bytes(event.envelope())))
        .toList();
  }

  private Stream<StoredEvent> newest(String type, int limit) {
    return history.events(type, limit).stream();
  }
}
