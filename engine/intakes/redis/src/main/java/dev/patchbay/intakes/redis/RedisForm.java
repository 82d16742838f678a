package dev.patchbay.intakes.redis;

import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import dev.patchbay.spi.SettingFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a form asks for, and what is wrong with what was written into it. */
final class RedisForm {
  private RedisForm() {}

  static List<Setting> settings() {
    return List.of(
        new Setting(
            RedisSettings.URL,
            "Address",
            "redis://host:port, or rediss:// for TLS; /1 behind it for database 1.",
            Kind.TEXT,
            true,
            false),
        new Setting(
            RedisSettings.STREAM, "Stream", "Key that services XADD to.", Kind.TEXT, true, false),
        optional(
            RedisSettings.GROUP,
            "Consumer group",
            "patchbay if empty. Made at the beginning of the stream if it is missing.",
            Kind.TEXT),
        optional(
            RedisSettings.USER,
            "User",
            "Empty: the default user. It needs +@connection +@transaction +@stream, and the"
                + " streams named here among its keys.",
            Kind.TEXT),
        new Setting(RedisSettings.PASSWORD, "Password", null, Kind.TEXT, false, true),
        optional(
            RedisSettings.REFUSED_STREAM,
            "Stream of refused entries",
            "Entries that the hub puts aside are copied there with the reasons.",
            Kind.TEXT),
        optional(
            RedisSettings.RESULT_STREAM,
            "Stream of results",
            "The hub tells there which events could not be delivered. Empty: it does not.",
            Kind.TEXT),
        optional(
            RedisSettings.CLAIM_AFTER,
            "Take over after, in seconds",
            "Entries of a node that does not answer go to another one after that; 60 if empty.",
            Kind.NUMBER),
        optional(
            RedisSettings.BATCH,
            "Batch",
            "Entries read together, 1 to 2000; 2000 if empty. They are in memory at the same time.",
            Kind.NUMBER));
  }

  static List<SettingFault> faults(Map<String, String> settings) {
    var faults = new ArrayList<SettingFault>();
    RedisSettings.text(settings, RedisSettings.URL)
        .ifPresent(url -> check(faults, RedisSettings.URL, () -> RedisAddress.of(url)));
    check(
        faults,
        RedisSettings.CLAIM_AFTER,
        () -> RedisSettings.number(settings, RedisSettings.CLAIM_AFTER, 60, 86_400));
    check(
        faults,
        RedisSettings.BATCH,
        () -> RedisSettings.number(settings, RedisSettings.BATCH, 2_000, 2_000));
    notTheStream(faults, settings, RedisSettings.REFUSED_STREAM, "refused entries");
    notTheStream(faults, settings, RedisSettings.RESULT_STREAM, "results");
    return List.copyOf(faults);
  }

  private static void notTheStream(
      List<SettingFault> faults, Map<String, String> settings, String setting, String what) {
    RedisSettings.text(settings, setting)
        .filter(key -> key.equals(settings.getOrDefault(RedisSettings.STREAM, "").strip()))
        .ifPresent(
            _ ->
                faults.add(
                    new SettingFault(
                        setting,
                        "Write another key than that of the stream itself: "
                            + what
                            + " would come back for ever.")));
  }

  private static Setting optional(String name, String label, String help, Kind kind) {
    return new Setting(name, label, help, kind, false, false);
  }

  private static void check(List<SettingFault> faults, String setting, Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException e) {
      faults.add(new SettingFault(setting, String.valueOf(e.getMessage())));
    }
  }
}
