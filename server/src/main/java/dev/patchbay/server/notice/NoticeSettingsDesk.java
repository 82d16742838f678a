package dev.patchbay.server.notice;

import dev.patchbay.core.notice.NoticeSettingsStore;
import dev.patchbay.core.notice.NoticeSettingsStore.Stored;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.NoticeSettings;
import dev.patchbay.server.export.Zones;
import dev.patchbay.server.mail.Addressees;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Says who hears of runs that fail, for the whole hub. Thread-safe.
 *
 * @param zone that times are shown in where none is named
 */
public record NoticeSettingsDesk(NoticeSettingsStore store, Addressees addressees, ZoneId zone) {
  /** As it stands. */
  public Stored stored() {
    return store.find(NoticeSettingsStore.NAME).orElseThrow();
  }

  /** Faults, by field. */
  public List<FieldError> faults(NoticeSettings settings) {
    var faults = new ArrayList<FieldError>();
    if (settings.connector() != null) {
      faults.addAll(addressees.faults(settings.connector(), settings.to(), ""));
    } else if (!settings.to().isEmpty()) {
      faults.add(new FieldError("/connector", "must say what sends the messages"));
    }
    if (settings.zone() != null && !Zones.isKnown(settings.zone())) {
      faults.add(new FieldError("/zone", Zones.MUST_BE));
    }
    return faults;
  }

  /** Changes it to what has no faults. */
  public Saved<Stored> update(NoticeSettings settings, long expected, String who) {
    var complete =
        new NoticeSettings(
            settings.connector(),
            settings.to(),
            settings.zone() == null ? zone.getId() : settings.zone());
    return store.update(complete, expected, who);
  }
}
