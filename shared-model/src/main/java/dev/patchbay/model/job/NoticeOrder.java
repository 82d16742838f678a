package dev.patchbay.model.job;

import java.util.List;

/**
 * Who hears by e-mail how the runs of a schedule end.
 *
 * @param connector name of one that sends messages
 * @param to addresses, which all that get it see, and distribution lists as {@code list:night},
 *     whose members the mail does not show
 * @param on what they hear of, each once; {@code FAILED} and {@code RECOVERED} if empty
 */
public record NoticeOrder(String connector, List<String> to, List<Event> on) {
  public NoticeOrder {
    to = List.copyOf(to);
    on =
        on == null || on.isEmpty()
            ? List.of(Event.FAILED, Event.RECOVERED)
            : on.stream().distinct().sorted().toList();
  }

  /** The same usual things for these. */
  public static NoticeOrder of(String connector, List<String> to) {
    return new NoticeOrder(connector, to, List.of());
  }

  /** What can be heard of. */
  public enum Event {
    /** A run came to nothing. */
    FAILED,
    /** A run was left out. */
    SKIPPED,
    /** A run is done after others had failed. */
    RECOVERED,
    /** A run is done and found what should not be. */
    FINDINGS
  }
}
