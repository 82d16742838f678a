package dev.patchbay.core.live;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetModel;
import dev.patchbay.core.readmodel.DatasetQuery;
import dev.patchbay.core.readmodel.FieldUse;
import dev.patchbay.core.readmodel.RequestModel.Seen;
import dev.patchbay.core.readmodel.RequestModel.Standing;
import dev.patchbay.core.service.Answer;
import dev.patchbay.core.service.ServiceCalls;
import dev.patchbay.core.service.ServiceCalls.Asked;
import dev.patchbay.core.service.Services;
import dev.patchbay.model.dataset.DatasetPage;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one core service holds them now, page by page by its REST API. What changes there between
 * two pages may be seen twice or not at all: unlike the read model a service has no moment that all
 * is read of.
 *
 * <p>Reading throws {@link DatasetUnavailableException} and {@link DatasetRefusedException}.
 */
public final class ServiceDataset implements DatasetModel {
  /** Rows of a page that contracts allow. */
  private static final int MOST = 200;

  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final Services services;
  private final ServiceCalls calls;
  private final String service;
  private final ZoneId zone;
  private final InstantSource clock;

  /**
   * The rows of one service.
   *
   * @param service its name
   * @param zone that times without a place of their own are told in
   */
  public ServiceDataset(
      Services services, ServiceCalls calls, String service, ZoneId zone, InstantSource clock) {
    this.services = services;
    this.calls = calls;
    this.service = service;
    this.zone = zone;
    this.clock = clock;
  }

  /** Whether the contracts have a list of it. */
  public static boolean lists(Dataset dataset) {
    return ServiceQuery.lists(dataset);
  }

  /** Uses of fields that a service cannot be asked for; only of what {@link #lists} holds. */
  public static List<FieldUse> unanswered(DatasetQuery query) {
    return ServiceQuery.unanswered(query);
  }

  @Override
  public Standing standing(Dataset dataset) {
    return new Standing(true, 0, clock.instant());
  }

  @Override
  public Seen<DatasetPage> page(DatasetQuery query, @Nullable String cursor, int limit) {
    var standing = standing(query.dataset());
    var page = asked(query, cursor, Math.min(limit, MOST));
    return new Seen<>(standing, new DatasetPage(standing.asOf(), page.rows(), page.next()));
  }

  @Override
  public void each(DatasetQuery query, Reader reader) {
    String cursor = null;
    do {
      var page = asked(query, cursor, MOST);
      if (page.next() != null && (page.rows().isEmpty() || page.next().equals(cursor))) {
        throw unreadable("its list has no end");
      }
      for (var row : page.rows()) {
        if (!reader.take(row)) {
          return;
        }
      }
      cursor = page.next();
    } while (cursor != null);
  }

  private ServicePage asked(DatasetQuery query, @Nullable String cursor, int limit) {
    var path = ServiceQuery.path(query, cursor, limit);
    return switch (services.of(service)) {
      case Services.Closed(var cause) ->
          throw new DatasetUnavailableException(cause.message(), LOOK_AGAIN);
      case Services.Open open -> read(query.dataset(), answer(open, path), cursor);
    };
  }

  private Answer answer(Services.Open open, String path) {
    return switch (calls.ask(open, path)) {
      case Asked.Called(var answer) -> answer;
      case Asked.Spared(var unavailable) -> unavailable;
    };
  }

  private ServicePage read(Dataset dataset, Answer answer, @Nullable String cursor) {
    return switch (answer) {
      case Answer.Found(var json) ->
          ServicePage.read(dataset, zone, json)
              .orElseThrow(() -> unreadable("what it lists is no page of " + dataset.called()));
      case Answer.Missing _ -> throw unreadable("it has no list of " + dataset.called());
      case Answer.Unavailable(var cause, var pause) ->
          throw new DatasetUnavailableException(cause.message(), pause);
      case Answer.Refused(var cause) -> throw refused(cause.message(), cursor);
    };
  }

  private DatasetRefusedException unreadable(String what) {
    return new DatasetRefusedException(
        "Service '%s': %s; its owner has to mend that.".formatted(service, what));
  }

  /** The cursor is the caller's, all else is ours. */
  private static RuntimeException refused(String message, @Nullable String cursor) {
    return cursor == null
        ? new DatasetRefusedException(message)
        : new IllegalArgumentException(message);
  }
}
