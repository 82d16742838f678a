package dev.patchbay.core.notice;

import dev.patchbay.core.notice.NoticeSettingsStore.Stored;
import dev.patchbay.core.stored.NamedStore;
import dev.patchbay.model.job.NoticeSettings;

/** Who hears of runs that fail, for the whole hub: one, which is always there. */
public interface NoticeSettingsStore extends NamedStore<NoticeSettings, Stored> {
  /** What it goes by. */
  String NAME = "notices";

  /** As it is stored. */
  record Stored(NoticeSettings settings, long version) {}
}
