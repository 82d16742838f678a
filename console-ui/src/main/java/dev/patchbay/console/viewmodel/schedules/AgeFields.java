package dev.patchbay.console.viewmodel.schedules;

import dev.patchbay.console.viewmodel.Typed.NotTypedException;
import dev.patchbay.model.job.AgeCheck;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A look at the ages of secrets in the form of a schedule. */
public final class AgeFields {
  private final DayCounts<Secret> days;

  /** What grows old. */
  public enum Secret {
    SECRETS,
    API_KEYS,
    UNUSED_KEYS;

    /** Name of its text. */
    public String key() {
      return "ages." + name();
    }

    private @Nullable Integer of(AgeCheck order) {
      return switch (this) {
        case SECRETS -> order.secrets();
        case API_KEYS -> order.apiKeys();
        case UNUSED_KEYS -> order.unusedKeys();
      };
    }
  }

  AgeFields(@Nullable AgeCheck before) {
    days =
        new DayCounts<>(
            Secret.class, Secret::key, secret -> before == null ? null : secret.of(before));
  }

  /** After how many days it is called old, empty for never. */
  public StringProperty days(Secret secret) {
    return days.of(secret);
  }

  AgeCheck value() throws NotTypedException {
    return new AgeCheck(
        days.number(Secret.SECRETS), days.number(Secret.API_KEYS), days.number(Secret.UNUSED_KEYS));
  }
}
