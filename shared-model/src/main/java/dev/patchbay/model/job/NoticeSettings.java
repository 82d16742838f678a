package dev.patchbay.model.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who hears by e-mail of runs that fail, where the schedule of a run does not say it or the run has
 * none.
 *
 * @param connector name of one that sends messages; null for nobody
 * @param to addresses, which all that get it see, and distribution lists as {@code list:support},
 *     whose members the mail does not show
 * @param zone that times are shown in, an IANA name; null for the hub's
 */
public record NoticeSettings(@Nullable String connector, List<String> to, @Nullable String zone) {
  public NoticeSettings {
    to = to == null ? List.of() : List.copyOf(to);
  }

  /** Nobody hears of them. */
  public static final NoticeSettings NOBODY = new NoticeSettings(null, List.of(), null);
}
