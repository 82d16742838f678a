package dev.patchbay.core.notice;

import dev.patchbay.model.job.NoticeOrder.Event;
import java.util.List;

/**
 * What a run of kind {@code notice} is told: who gets it, as it was when it was queued.
 *
 * @param to addresses and lists
 * @param zone of the schedule, that times are shown in
 */
public record NoticeRequest(
    String connector, List<String> to, List<Event> on, String schedule, String zone) {
  public NoticeRequest {
    to = List.copyOf(to);
    on = List.copyOf(on);
  }
}
